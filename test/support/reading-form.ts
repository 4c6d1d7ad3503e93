import type { Block, Inline } from '#app/domain/documents/document-tree.ts';
import { REGISTER_FIELDS, type RegisterValues } from '#app/domain/documents/template.ts';
import { treeToHtml, type CommentPassage } from '#server/content/tree-to-html.ts';

/** Text as somebody would write it who means harm. */
export const HOSTILE = `<script>alert(1)</script>"'&\u0000`;

type Change = { passages?: CommentPassage[]; guidance?: 'shown' | 'left-out' };

/** The reading form of the blocks. */
export function written(blocks: Block[], change: Change = {}): string {
  return treeToHtml({
    tree: { blocks },
    registerValues: VALUES,
    passages: [],
    pictures: new Map([['A1', { width: 600, height: 300 }]]),
    picturePath: (id) => `/attachments/${encodeURIComponent(id)}`,
    words: {
      footnotes: 'Footnotes',
      footnote: (number) => `Footnote ${number}`,
      backToText: (number) => `Back from ${number}`,
      table: 'Table',
      checked: 'done',
      unchecked: 'not done',
      valueUnknown: 'not known yet',
    },
    guidance: 'left-out',
    ...change,
  });
}

const VALUES: RegisterValues = {
  ...(Object.fromEntries(REGISTER_FIELDS.map((key) => [key, ''])) as RegisterValues),
  'assignment.code': 'PMI-3',
  'assignment.title.en': HOSTILE,
};

export function text(words: string): Inline {
  return { type: 'text', text: words, marks: [] };
}

export function field(name: string): Inline {
  return { type: 'register-field', field: name };
}

export function paragraph(inlines: Inline[]) {
  const plain = { alignment: 'start', indent: 0, guidance: false } as const;
  return { type: 'paragraph' as const, id: null, language: null, inlines, ...plain };
}

export function heading(
  level: 1 | 2 | 3 | 4,
  words: string,
  numbering: 'none' | 'chinese' | 'decimal',
) {
  const named = { id: null, language: null, sectionKey: null };
  return { type: 'heading' as const, level, numbering, inlines: [text(words)], ...named };
}

export function item(words: string) {
  const plain = { id: null, language: null, checked: true, nested: [] };
  return { type: 'list-item' as const, inlines: [text(words)], ...plain };
}

export function passage(
  number: number,
  [from, to]: [[number, number], [number, number]],
  label = `Comment ${number}`,
): CommentPassage {
  const point = ([leaf, offset]: [number, number]) => ({ leaf, offset });
  return { number, state: 'open', start: point(from), end: point(to), label };
}

/** Tags that are opened and not closed in order. */
export function unclosed(html: string): string[] {
  const open: string[] = [];
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    if (name === undefined || ['img', 'br', 'hr', 'col'].includes(name)) continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return [`</${name}>`];
  }
  return open;
}
