import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $getRoot,
  type ElementNode,
  type LexicalNode,
  type PointType,
} from 'lexical';
import { isRegisterField, type RegisterValues } from '#app/domain/documents/template.ts';
import { ANCHOR_CONTEXT_CHARACTERS, type QuoteAnchor } from '#app/domain/review/thread.ts';
import { $isFootnoteNode } from '../nodes/footnote-node.ts';
import { $isRegisterFieldNode } from '../nodes/register-field-node.ts';
import { $isTextBlock } from '../survey/survey-document.ts';

/**
 * The selected words with their surroundings, or null where nothing with letters is selected.
 * Register fields are quoted by their present value, as they are read.
 */
export function $quoteOfSelection(values: RegisterValues): QuoteAnchor | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  const [first, last] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];

  const text = $markedText({ first, last, values });
  if (text.start === null || text.end === null || text.start >= text.end) return null;
  const quote = text.characters.slice(text.start, text.end).trim();
  if (quote === '') return null;
  return {
    quote,
    prefix: text.characters.slice(0, text.start).slice(-ANCHOR_CONTEXT_CHARACTERS),
    suffix: text.characters.slice(text.end, text.end + ANCHOR_CONTEXT_CHARACTERS),
  };
}

type Marking = { first: PointType; last: PointType; values: RegisterValues };
type MarkedText = { characters: string; start: number | null; end: number | null };

/** All text in reading order, blocks apart by a line break, and where the two points lie in it. */
function $markedText({ first, last, values }: Marking): MarkedText {
  const text: MarkedText = { characters: '', start: null, end: null };
  const reach = (node: LexicalNode, offset: number, length: number) => {
    text.start ??= reachedAt(first, { node, offset, length }, text.characters.length);
    text.end ??= reachedAt(last, { node, offset, length }, text.characters.length);
  };

  function visit(element: ElementNode): void {
    element.getChildren().forEach((child, index) => {
      reach(element, index, 0);
      if ($isElementNode(child)) {
        if ($isTextBlock(child) && text.characters !== '') text.characters += '\n';
        visit(child);
        return;
      }
      const own = $shownText(child, values);
      reach(child, 0, own.length);
      text.characters += own;
    });
    reach(element, element.getChildrenSize(), 0);
  }

  visit($getRoot());
  return text;
}

function $shownText(node: LexicalNode, values: RegisterValues): string {
  if ($isFootnoteNode(node)) return '';
  if (!$isRegisterFieldNode(node)) return node.getTextContent();
  const field = node.getField();
  return isRegisterField(field) ? values[field] : '';
}

/** @param here a node (or a gap between children) that begins at `position` of the whole text. */
function reachedAt(
  point: PointType,
  here: { node: LexicalNode; offset: number; length: number },
  position: number,
): number | null {
  if (point.key !== here.node.getKey()) return null;
  if (point.type === 'text') return position + Math.min(point.offset, here.length);
  return point.offset === here.offset ? position : null;
}
