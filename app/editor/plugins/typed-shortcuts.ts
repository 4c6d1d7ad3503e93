import { $createListItemNode, $createListNode, $isListNode, type ListType } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, type HeadingTagType } from '@lexical/rich-text';
import {
  $getSelection,
  $getState,
  $isParagraphNode,
  $isRangeSelection,
  $isRootOrShadowRoot,
  $isTextNode,
  $setState,
  COLLABORATION_TAG,
  HISTORIC_TAG,
  type EditorState,
  type ElementNode,
  type LexicalEditor,
  type ParagraphNode,
  type TextFormatType,
  type TextNode,
} from 'lexical';
import { blockIdState, languageState } from '../nodes/block-states.ts';
import { parseTypedBlock, parseTypedMark, type TypedBlock } from './typed-patterns.ts';

/**
 * Typing `# `, `- `, `1. `, `> `, `[] ` or `**bold**` formats; never while an IME composes, and
 * never on what others type. Stock Markdown shortcuts leave markers on lists and drop the clause
 * identity, and bring twenty kilobytes of code blocks that no document has.
 */
export function registerTypedShortcuts(editor: LexicalEditor): () => void {
  return editor.registerUpdateListener(({ tags, dirtyLeaves, editorState, prevEditorState }) => {
    if (tags.has(COLLABORATION_TAG) || tags.has(HISTORIC_TAG) || editor.isComposing()) return;
    const typed = editorState.read($textBeforeCaret);
    if (typed === null || !dirtyLeaves.has(typed.key)) return;
    if (!hasGrown(typed.key, editorState, prevEditorState)) return;
    if (parseTypedBlock(typed.text) === null && parseTypedMark(typed.text) === null) return;
    editor.update(() => {
      const now = $textBeforeCaret();
      if (now === null || now.text !== typed.text) return;
      if (!$applyTypedBlock(now.node, now.text)) $applyTypedMark(now.node, now.text);
    });
  });
}

function $textBeforeCaret(): { node: TextNode; key: string; text: string } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || node.hasFormat('code')) return null;
  const text = node.getTextContent().slice(0, selection.anchor.offset);
  return { node, key: node.getKey(), text };
}

/** Only typing makes a text longer; moving the caret or deleting must never format. */
function hasGrown(key: string, now: EditorState, before: EditorState): boolean {
  const lengthIn = (state: EditorState) => {
    const node = state._nodeMap.get(key);
    return $isTextNode(node) ? node.__text.length : 0;
  };
  return lengthIn(now) > lengthIn(before);
}

function $applyTypedBlock(node: TextNode, text: string): boolean {
  const block = node.getParent();
  const typed = parseTypedBlock(text);
  if (typed === null || node.getPreviousSibling() !== null) return false;
  if (!$isParagraphNode(block) || !$isRootOrShadowRoot(block.getParent())) return false;
  node.spliceText(0, text.length, '');
  if (typed.kind === 'list') $becomeListItem(block, typed);
  else $becomeBlock(block, $newBlock(typed));
  return true;
}

function $newBlock(typed: Exclude<TypedBlock, { kind: 'list' }>): ElementNode {
  if (typed.kind === 'quote') return $createQuoteNode();
  return $createHeadingNode(`h${typed.level}` as HeadingTagType);
}

function $becomeBlock(paragraph: ParagraphNode, block: ElementNode): void {
  $carryIdentity(paragraph, block);
  block.append(...paragraph.getChildren());
  paragraph.replace(block);
  block.select(0, 0);
}

function $becomeListItem(
  paragraph: ParagraphNode,
  typed: { list: ListType; start: number; checked: boolean },
): void {
  const item = $createListItemNode(typed.list === 'check' ? typed.checked : undefined);
  $carryIdentity(paragraph, item);
  item.append(...paragraph.getChildren());
  const before = paragraph.getPreviousSibling();
  if ($isListNode(before) && before.getListType() === typed.list) {
    before.append(item);
    paragraph.remove();
  } else {
    paragraph.replace($createListNode(typed.list, typed.start).append(item));
  }
  item.select(0, 0);
}

function $carryIdentity(from: ElementNode, to: ElementNode): void {
  const id = $getState(from, blockIdState);
  const language = $getState(from, languageState);
  if (id !== null) $setState(to, blockIdState, id);
  if (language !== null) $setState(to, languageState, language);
}

function $applyTypedMark(node: TextNode, text: string): void {
  const mark = parseTypedMark(text);
  if (mark === null) return;
  node.spliceText(mark.start, text.length - mark.start, mark.content);
  const end = mark.start + mark.content.length;
  const parts = mark.start === 0 ? node.splitText(end) : node.splitText(mark.start, end);
  const marked = mark.start === 0 ? parts[0] : parts[1];
  for (const format of mark.formats satisfies TextFormatType[]) marked?.toggleFormat(format);
  // What is typed next is plain again.
  const selection = marked?.select(mark.content.length, mark.content.length);
  for (const format of mark.formats) {
    if (selection?.hasFormat(format) === true) selection.toggleFormat(format);
  }
}
