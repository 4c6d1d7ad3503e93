import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { slashQuery } from './slash-items.ts';

/** A `/` that asks for the menu: where it stands and what follows it. */
export type SlashPlace = { key: NodeKey; offset: number; typed: string; query: string };

/** The `/` before the caret, or null where there is none that asks for the menu. */
export function $slashBeforeCaret(): SlashPlace | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node)) return null;
  const found = slashQuery(
    node.getTextContent().slice(0, selection.anchor.offset),
    node.getPreviousSibling() === null ? 'block-start' : 'within-block',
  );
  return found === null ? null : { key: node.getKey(), ...found };
}

/** Takes the `/` and the query out of the text again. */
export function $removeSlash(place: SlashPlace): void {
  const node = $getNodeByKey(place.key);
  if ($isTextNode(node)) node.spliceText(place.offset, place.typed.length, '', true);
}

/** Lower left corner of the `/` in the window, or null while it is not drawn. */
export function slashCorner(
  editor: LexicalEditor,
  place: SlashPlace,
): { left: number; bottom: number } | null {
  const text = firstText(editor.getElementByKey(place.key));
  if (text === null || text.data.length < place.offset) return null;
  const range = document.createRange();
  range.setStart(text, place.offset);
  range.setEnd(text, Math.min(place.offset + 1, text.data.length));
  const { left, bottom } = range.getBoundingClientRect();
  return { left, bottom };
}

function firstText(element: HTMLElement | null): Text | null {
  if (element === null) return null;
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  return text instanceof Text ? text : null;
}
