/** A block that was asked for by its first characters. */
export type TypedBlock =
  | { kind: 'heading'; level: number }
  | { kind: 'quote' }
  | { kind: 'list'; list: 'bullet' | 'number' | 'check'; start: number; checked: boolean };

/** @param text the block's text up to the caret; only a complete sign with its space counts. */
export function parseTypedBlock(text: string): TypedBlock | null {
  const heading = /^(#{1,4})[ \u00A0]$/.exec(text);
  if (heading !== null) return { kind: 'heading', level: heading[1]?.length ?? 1 };
  if (/^>[ \u00A0]$/.test(text)) return { kind: 'quote' };
  const check = /^(?:[-*][ \u00A0])?\[( |x|X)?\][ \u00A0]$/.exec(text);
  if (check !== null) {
    return { kind: 'list', list: 'check', start: 1, checked: check[1]?.toLowerCase() === 'x' };
  }
  if (/^[-*+][ \u00A0]$/.test(text)) {
    return { kind: 'list', list: 'bullet', start: 1, checked: false };
  }
  const number = /^(\d{1,3})[.、][ \u00A0]$/.exec(text);
  if (number === null) return null;
  return { kind: 'list', list: 'number', start: Number(number[1]), checked: false };
}

export type TypedMark = {
  /** Where the opening sign begins. */
  start: number;
  content: string;
  formats: ('bold' | 'italic' | 'strikethrough')[];
};

/** `**bold**`, `*italic*`, `***both***` or `~~struck~~` that ends at the end of `text`. */
export function parseTypedMark(text: string): TypedMark | null {
  const match = /(?<![*~])(\*{1,3}|~~)([^*~\s](?:[^*~]*[^*~\s])?)\1$/.exec(text);
  if (match === null) return null;
  const sign = match[1] ?? '';
  return { start: match.index, content: match[2] ?? '', formats: [...(MARKS[sign] ?? [])] };
}

const MARKS: Record<string, TypedMark['formats']> = {
  '*': ['italic'],
  '**': ['bold'],
  '***': ['bold', 'italic'],
  '~~': ['strikethrough'],
};
