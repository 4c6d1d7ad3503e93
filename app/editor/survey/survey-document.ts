import { $isListItemNode, $isListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import {
  $getRoot,
  $getState,
  $isElementNode,
  $isParagraphNode,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import type { BlockLanguage } from '#app/domain/documents/document-tree.ts';
import type { NumberingStyle } from '#app/domain/documents/heading-labels.ts';
import {
  guidanceState,
  languageState,
  numberingState,
  sectionKeyState,
} from '../nodes/block-states.ts';
import { $isFootnoteNode } from '../nodes/footnote-node.ts';

/** A block that holds text directly, as the tools around the text see it. */
export type SurveyedBlock = {
  key: NodeKey;
  /** Characters of the block alone, without nested lists. */
  text: string;
  /** As the author said, or null for automatic. */
  language: BlockLanguage | null;
  guidance: boolean;
  heading: SurveyedHeading | null;
};

export type SurveyedHeading = {
  level: 1 | 2 | 3 | 4;
  numbering: NumberingStyle;
  sectionKey: string | null;
};

export type Survey = {
  blocks: SurveyedBlock[];
  footnotes: { key: NodeKey; text: string }[];
};

/** One walk through the document in reading order; every tool around the text works on it. */
export function $surveyDocument(): Survey {
  const survey: Survey = { blocks: [], footnotes: [] };
  $visitChildren($getRoot(), survey);
  return survey;
}

function $visitChildren(parent: ElementNode, survey: Survey): void {
  for (const child of parent.getChildren()) {
    if ($isElementNode(child)) $visit(child, survey);
  }
}

function $visit(node: ElementNode, survey: Survey): void {
  if (!$isTextBlock(node)) return $visitChildren(node, survey);
  const { text, footnotes, lists } = $ownContent(node);
  survey.blocks.push({
    key: node.getKey(),
    text,
    language: $getState(node, languageState),
    guidance: $getState(node, guidanceState) === 'yes',
    heading: $headingOf(node),
  });
  survey.footnotes.push(...footnotes);
  for (const list of lists) $visit(list, survey);
}

/** Whether text stands directly in this element: the unit of identity, language and anchors. */
export function $isTextBlock(node: LexicalNode | null | undefined): node is ElementNode {
  return (
    $isParagraphNode(node) || $isHeadingNode(node) || $isQuoteNode(node) || $isListItemNode(node)
  );
}

type OwnContent = { text: string; footnotes: Survey['footnotes']; lists: ElementNode[] };

function $ownContent(block: ElementNode): OwnContent {
  const content: OwnContent = { text: '', footnotes: [], lists: [] };
  $collect(block, content);
  return content;
}

function $collect(element: ElementNode, content: OwnContent): void {
  for (const child of element.getChildren()) {
    if ($isListNode(child)) {
      content.lists.push(child);
    } else if ($isElementNode(child)) {
      $collect(child, content);
    } else {
      content.text += child.getTextContent();
      if ($isFootnoteNode(child)) {
        content.footnotes.push({ key: child.getKey(), text: child.getText() });
      }
    }
  }
}

function $headingOf(node: ElementNode): SurveyedHeading | null {
  if (!$isHeadingNode(node)) return null;
  return {
    level: HEADING_LEVELS[node.getTag()],
    numbering: $getState(node, numberingState),
    sectionKey: $getState(node, sectionKeyState),
  };
}

/** Word has more levels than a project document needs; deeper ones show as the fourth. */
const HEADING_LEVELS = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 } as const;
