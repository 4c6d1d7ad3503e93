/** Edits as people make them, chosen by chance. Runs inside an update of the editor. */
import { $createLinkNode } from '@lexical/link';
import { $createListItemNode, $createListNode, $isListItemNode } from '@lexical/list';
import { $createHeadingNode } from '@lexical/rich-text';
import { $createTableNodeWithDimensions } from '@lexical/table';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isParagraphNode,
  $isTextNode,
} from 'lexical';
import type { ElementNode, LexicalNode, TextNode } from 'lexical';
import { $createFootnoteNode } from '#app/editor/nodes/footnote-node.ts';
import { $createRegisterFieldNode } from '#app/editor/nodes/register-field-node.ts';

type Random = () => number;

export function $randomEdit(random: Random): void {
  const edits = [$type, $type, $type, $erase, $format, $breakLine, $note, $link];
  const structural = [$split, $addParagraph, $addList, $nest, $addTable, $toHeading, $removeBlock];
  const edit = chosen(random() < 0.7 ? edits : structural, random);
  edit?.(random);
}

function $type(random: Random): void {
  const words = chosen(['碳', '市场机制 ', 'ok ', '𠮷', '第三方核查'], random) ?? '';
  const node = $anyText(random);
  if (node) node.spliceText(at(random, node), 0, words);
  else $anyTextBlock(random)?.append($createTextNode(words));
}

function $erase(random: Random): void {
  const node = $anyText(random);
  const size = node?.getTextContentSize() ?? 0;
  if (!node || size === 0) return;
  const start = Math.floor(random() * size);
  const count = Math.min(size - start, 1 + Math.floor(random() * 4));
  const rest = node.getTextContent().slice(0, start) + node.getTextContent().slice(start + count);
  // Half of a character outside the basic plane is nothing that a keyboard can leave behind.
  if (!HALF_CHARACTER.test(rest)) node.spliceText(start, count, '');
}

function $format(random: Random): void {
  const node = $anyText(random);
  if (!node || node.getTextContentSize() < 2) return;
  const [, right] = node.splitText(at(random, node));
  right?.toggleFormat(chosen(['bold', 'italic', 'underline'] as const, random) ?? 'bold');
}

function $breakLine(random: Random): void {
  $insertInText(random, $createLineBreakNode());
}

function $note(random: Random): void {
  const node =
    random() < 0.5 ? $createFootnoteNode('注') : $createRegisterFieldNode('project.code');
  $insertInText(random, node);
}

function $link(random: Random): void {
  const node = $anyText(random);
  if (!node || !$isParagraphNode(node.getParent())) return;
  const link = $createLinkNode('https://example.org/');
  node.insertBefore(link);
  link.append(node);
}

function $insertInText(random: Random, inserted: LexicalNode): void {
  const node = $anyText(random);
  if (!node || node.getTextContentSize() < 2) return;
  const [left] = node.splitText(at(random, node));
  left?.insertAfter(inserted);
}

function $split(random: Random): void {
  const node = $anyText(random);
  const block = node?.getParent();
  if (!node || !$isParagraphNode(block)) return;
  const next = $createParagraphNode();
  block.insertAfter(next);
  next.append(...node.getNextSiblings());
}

function $addParagraph(random: Random): void {
  $anyBlock(random)?.insertAfter($createParagraphNode().append($createTextNode('新段落')));
}

function $addList(random: Random): void {
  const kind = chosen(['bullet', 'number', 'check'] as const, random) ?? 'bullet';
  const items = ['甲', '乙'].map((words) => $createListItemNode().append($createTextNode(words)));
  $anyBlock(random)?.insertAfter($createListNode(kind).append(...items));
}

function $nest(random: Random): void {
  const item = chosen(
    $texts()
      .map((text) => text.getParent())
      .filter($isListItemNode),
    random,
  );
  if (item && item.getIndent() < 4) item.setIndent(item.getIndent() + 1);
}

function $addTable(random: Random): void {
  $anyBlock(random)?.insertAfter($createTableNodeWithDimensions(2, 2, true));
}

function $toHeading(random: Random): void {
  const block = $anyBlock(random);
  if ($isParagraphNode(block)) block.replace($createHeadingNode('h2'), true);
}

function $removeBlock(random: Random): void {
  if ($getRoot().getChildrenSize() > 6) $anyBlock(random)?.remove();
}

/** A place in the text that is not inside of one character. */
function at(random: Random, node: TextNode): number {
  const offset = Math.floor(random() * (node.getTextContentSize() + 1));
  return HALF_CHARACTER.test(node.getTextContent().slice(0, offset)) ? offset + 1 : offset;
}

function $anyBlock(random: Random): LexicalNode | undefined {
  return chosen($getRoot().getChildren(), random);
}

function $anyTextBlock(random: Random): ElementNode | undefined {
  return chosen($getRoot().getChildren().filter($isParagraphNode), random);
}

function $anyText(random: Random): TextNode | undefined {
  return chosen(
    $texts().filter((node) => node.isSimpleText()),
    random,
  );
}

function $texts(parent: ElementNode = $getRoot()): TextNode[] {
  return parent
    .getChildren()
    .flatMap((child) =>
      $isElementNode(child) ? $texts(child) : $isTextNode(child) ? [child] : [],
    );
}

function chosen<Value>(values: readonly Value[], random: Random): Value | undefined {
  return values[Math.floor(random() * values.length)];
}

const HALF_CHARACTER = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
