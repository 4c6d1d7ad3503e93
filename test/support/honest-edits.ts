/** Edits of people that random-edit does not make: typing in a row, composing, pasting, merging. */
import {
  $createTableNodeWithDimensions,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
} from '@lexical/table';
import { $createHeadingNode } from '@lexical/rich-text';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTabNode,
  $createTextNode,
  $getRoot,
  $isParagraphNode,
  $isTextNode,
  $setState,
} from 'lexical';
import type { LexicalNode, ParagraphNode, TextNode } from 'lexical';
import { blockIdState } from '#app/editor/nodes/block-states.ts';

type Random = () => number;

/** What one key leaves at the end of a text: letters, characters, signs outside of the plane. */
export const KEYS = ['a', ' ', '的', '碳', '。', 'é', '👍', '👩‍👩‍👧', '🇨🇳', '𠮷', '한'];

export function $typeAtEnd(random: Random, words: string): void {
  const text = $pick($textsOfParagraphs(), random);
  if (text) text.spliceText(text.getTextContentSize(), 0, words);
  else $pick($paragraphs(), random)?.append($createTextNode(words));
}

/** What an input method shows while it composes, replaced by what it settles on. */
export function $compose(random: Random, step: { remove: number; insert: string }): void {
  const text = $pick($textsOfParagraphs(), random);
  if (!text) return;
  const size = text.getTextContentSize();
  const remove = text.getTextContent().endsWith('ni hao'.slice(0, step.remove)) ? step.remove : 0;
  text.spliceText(size - remove, remove, step.insert);
}

export function $mergeParagraphs(random: Random): void {
  const paragraph = $pick($paragraphs(), random);
  const next = paragraph?.getNextSibling();
  if (!paragraph || !$isParagraphNode(next)) return;
  paragraph.append(...next.getChildren());
  next.remove();
}

export function $mergeCells(random: Random): void {
  const row = $pick($getRoot().getChildren().filter($isTableNode), random)?.getFirstChild();
  if (!$isTableRowNode(row)) return;
  const [first, second] = row.getChildren().filter($isTableCellNode);
  if (!first || !second) return;
  first.append(...second.getChildren()).setColSpan(first.getColSpan() + second.getColSpan());
  second.remove();
}

export function $appendTable(): void {
  $getRoot().append($createTableNodeWithDimensions(4, 3, { rows: true, columns: false }));
}

export function $widenTable(random: Random): void {
  const table = $pick($getRoot().getChildren().filter($isTableNode), random);
  table?.setColWidths(Array.from({ length: 3 }, () => Math.round(60 + random() * 300)));
}

export function $insertTab(random: Random): void {
  $pick($paragraphs(), random)?.append($createTabNode(), $createTextNode('后'));
}

/** About ten paragraphs and a heading a page, with emphasis, breaks and identities. */
export function $paste(pages: number): void {
  for (let page = 0; page < pages; page += 1) {
    const heading = $createHeadingNode('h2').append($createTextNode(`第 ${page + 1} 章 Chapter`));
    $setState(heading, blockIdState, `pasted-${page}`);
    $getRoot().append(heading);
    for (let index = 0; index < 10; index += 1) {
      $getRoot().append(
        $createParagraphNode().append(
          $createTextNode(SENTENCE.repeat(3)),
          $createTextNode('重点 ').toggleFormat('bold'),
          $createTextNode(SENTENCE),
          $createLineBreakNode(),
          $createTextNode('The consultant reports every month. ').setStyle('color: red'),
        ),
      );
    }
  }
}

export function $removeHalf(): void {
  const blocks = $getRoot().getChildren();
  for (const block of blocks.slice(3, Math.ceil(blocks.length / 2))) block.remove();
}

function $paragraphs(): ParagraphNode[] {
  return $getRoot().getChildren().filter($isParagraphNode);
}

function $textsOfParagraphs(): TextNode[] {
  return $paragraphs().flatMap((paragraph) =>
    paragraph.getChildren().filter((node): node is TextNode => isPlainText(node)),
  );
}

function isPlainText(node: LexicalNode): boolean {
  return $isTextNode(node) && node.isSimpleText();
}

function $pick<Value>(values: readonly Value[], random: Random): Value | undefined {
  return values[Math.floor(random() * values.length)];
}

const SENTENCE = '本任务支持碳市场机制的建立与完善，第三方核查机构按年度提交报告。';
