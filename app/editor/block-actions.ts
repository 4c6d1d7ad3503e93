import { $insertList, $isListItemNode, $isListNode, $removeList } from '@lexical/list';
import {
  $createHeadingNode,
  $createQuoteNode,
  $isHeadingNode,
  $isQuoteNode,
} from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $findMatchingParent } from '@lexical/utils';
import {
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $getState,
  $setState,
  type ElementNode,
  type NodeKey,
} from 'lexical';
import type { BlockLanguage } from '#app/domain/documents/document-tree.ts';
import type { NumberingStyle } from '#app/domain/documents/heading-labels.ts';
import {
  blockIdState,
  guidanceState,
  languageState,
  numberingState,
  sectionKeyState,
} from './nodes/block-states.ts';
import { $presentNumbering } from './plugins/block-identity.ts';
import { $isTextBlock } from './survey/survey-document.ts';

export const BLOCK_TYPES = [
  'paragraph',
  'h1',
  'h2',
  'h3',
  'h4',
  'bullet',
  'number',
  'check',
  'quote',
] as const;
export type BlockType = (typeof BLOCK_TYPES)[number];

/** Makes the selected blocks this kind of block; they stay the same clauses. */
export function $turnSelectionInto(type: BlockType): void {
  const states = $selectedTextBlocks().map($keptStates);
  if (type === 'bullet' || type === 'number' || type === 'check') $insertList(type);
  else $leaveListsAndTurnInto(type);
  states.forEach($restoreStates);
}

function $leaveListsAndTurnInto(type: Exclude<BlockType, 'bullet' | 'number' | 'check'>): void {
  if ($selectedTextBlocks().some($isListItemNode)) $removeList();
  const selection = $getSelection();
  if (selection === null) return;
  $setBlocksType(selection, () => {
    if (type === 'paragraph') return $createParagraphNode();
    if (type === 'quote') return $createQuoteNode();
    const heading = $createHeadingNode(type);
    const numbering = $presentNumbering();
    return numbering === 'none' ? heading : $setState(heading, numberingState, numbering);
  });
}

/** Kind of the block that holds the caret, or null where the blocks differ. */
export function $blockTypeAtSelection(): BlockType | null {
  const types = new Set($selectedTextBlocks().map($typeOf));
  const [only] = types;
  return types.size === 1 && only !== undefined ? only : null;
}

function $typeOf(block: ElementNode): BlockType {
  if ($isHeadingNode(block)) {
    const tag = block.getTag();
    return tag === 'h5' || tag === 'h6' ? 'h4' : tag;
  }
  if ($isQuoteNode(block)) return 'quote';
  const parent = block.getParent();
  return $isListItemNode(block) && $isListNode(parent) ? parent.getListType() : 'paragraph';
}

/** Blocks with text that the selection touches, each once, in reading order. */
export function $selectedTextBlocks(): ElementNode[] {
  const blocks = new Map<NodeKey, ElementNode>();
  for (const node of $getSelection()?.getNodes() ?? []) {
    const block = $isTextBlock(node) ? node : $findMatchingParent(node, $isTextBlock);
    if ($isTextBlock(block)) blocks.set(block.getKey(), block);
  }
  return [...blocks.values()];
}

/** @param language null for automatic: by the letters of the block. */
export function $setSelectionLanguage(language: BlockLanguage | null): void {
  for (const block of $selectedTextBlocks()) $setState(block, languageState, language);
}

/** Numbers every heading of the document in this style. */
export function $numberAllHeadings(style: NumberingStyle): void {
  for (const block of $getRoot().getChildren()) {
    if ($isHeadingNode(block)) $setState(block, numberingState, style);
  }
}

/** Removes these guidance paragraphs; the author has understood. */
export function $removeGuidance(keys: readonly NodeKey[]): void {
  for (const key of keys) {
    const block = $getNodeByKey(key);
    if (block === null || $getState(block, guidanceState) !== 'yes') continue;
    if ($getRoot().getChildrenSize() === 1) block.insertAfter($createParagraphNode());
    block.remove();
  }
}

type KeptStates = {
  /** A conversion makes a new block but keeps what stands in it. */
  contentKey: NodeKey | null;
  id: string | null;
  language: BlockLanguage | null;
  sectionKey: string | null;
};

function $keptStates(block: ElementNode): KeptStates {
  return {
    contentKey: block.getFirstChild()?.getKey() ?? null,
    id: $getState(block, blockIdState),
    language: $getState(block, languageState),
    sectionKey: $getState(block, sectionKeyState),
  };
}

function $restoreStates(kept: KeptStates): void {
  const content = kept.contentKey === null ? null : $getNodeByKey(kept.contentKey);
  const block = content === null ? null : $findMatchingParent(content, $isTextBlock);
  if (!$isTextBlock(block)) return;
  // Defaults are not written: every one would be sent to everybody and kept.
  if (kept.id !== null) $setState(block, blockIdState, kept.id);
  if (kept.language !== null) $setState(block, languageState, kept.language);
  if (kept.sectionKey !== null && $isHeadingNode(block)) {
    $setState(block, sectionKeyState, kept.sectionKey);
  }
}
