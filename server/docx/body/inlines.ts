/** The content of one paragraph: runs, links, notes and fields, cut where comments begin and end. */
import type { Inline, LeafBlock } from '#app/domain/documents/document-tree.ts';
import { element, together, type Xml } from '../ooxml/xml.ts';
import { languageOfBlock } from './block-language.ts';
import { rangeMarkup, type RangeMark } from './comment-ranges.ts';
import { linkAddress } from './link-address.ts';
import { writeRegisterField } from './register-field.ts';
import { runProperties, writeRun, type RunLook } from './run.ts';
import { DOCUMENT_PART, type Writing } from './writing.ts';

export function writeInlines(leaf: LeafBlock, writing: Writing): Xml {
  const paragraph: ParagraphWriting = {
    writing,
    cursor: createCursor(writing.ranges.marksByLeaf.get(leaf) ?? []),
    look: { language: languageOfBlock(leaf, writing.input.language) },
    insideLink: false,
  };
  return together(writeEach(leaf.inlines, paragraph), paragraph.cursor.rest());
}

type ParagraphWriting = {
  writing: Writing;
  cursor: Cursor;
  look: RunLook;
  /** Word knows no link inside a link. */
  insideLink: boolean;
};

function writeEach(inlines: readonly Inline[], paragraph: ParagraphWriting): Xml {
  return together(...inlines.map((inline) => writeInline(inline, paragraph)));
}

function writeInline(inline: Inline, paragraph: ParagraphWriting): Xml {
  const { cursor, look } = paragraph;
  switch (inline.type) {
    case 'text':
      return writeText(inline.text, { ...look, marks: inline.marks }, cursor);
    case 'line-break':
      return writeText('\n', look, cursor);
    case 'tab':
      return writeText('\t', look, cursor);
    case 'link':
      return writeLink(inline, paragraph);
    case 'footnote':
      return together(cursor.take(1), writeFootnote(inline.text, paragraph));
    case 'register-field':
      return together(
        cursor.take(1),
        writeRegisterField(inline.field, paragraph.look, paragraph.writing),
      );
  }
}

function writeText(text: string, look: RunLook, cursor: Cursor): Xml {
  const pieces: Xml[] = [];
  for (let from = 0; from < text.length;) {
    const length = Math.min(text.length - from, cursor.distanceToNext());
    pieces.push(cursor.take(length), writeRun(text.slice(from, from + length), look));
    from += length;
  }
  return together(...pieces);
}

function writeLink(link: Extract<Inline, { type: 'link' }>, paragraph: ParagraphWriting): Xml {
  const { writing, cursor, look } = paragraph;
  const address = paragraph.insideLink ? null : linkAddress(link.href);
  if (address === null) return writeEach(link.inlines, paragraph);
  const before = cursor.take(0);
  const words = writeEach(link.inlines, {
    ...paragraph,
    look: { ...look, style: 'Hyperlink' },
    insideLink: true,
  });
  if (words === '') return before;
  const id = writing.package.relate({
    from: DOCUMENT_PART,
    type: 'hyperlink',
    target: address,
    external: true,
  });
  return together(before, element('w:hyperlink', { 'r:id': id, 'w:history': 1 }, words));
}

function writeFootnote(text: string, { writing, look }: ParagraphWriting): Xml {
  const id = writing.footnotes.add({ text, language: look.language });
  return element(
    'w:r',
    {},
    together(
      runProperties({ language: look.language, style: 'FootnoteReference' }),
      element('w:footnoteReference', { 'w:id': id }),
    ),
  );
}

/** Walks along the characters of a leaf and hands out the marks that stand before each. */
type Cursor = {
  /** Characters until the next mark that is not due yet; at least 1. */
  distanceToNext(): number;
  /** Marks due here; then moves on by `length`. */
  take(length: number): Xml;
  rest(): Xml;
};

function createCursor(marks: readonly RangeMark[]): Cursor {
  let offset = 0;
  let next = 0;
  const takeWhile = (isDue: (mark: RangeMark) => boolean) => {
    const first = next;
    while (next < marks.length && isDue(marks[next] as RangeMark)) next += 1;
    return together(...marks.slice(first, next).map(rangeMarkup));
  };
  return {
    distanceToNext() {
      const later = marks.find((mark, index) => index >= next && mark.offset > offset);
      return later === undefined ? Infinity : later.offset - offset;
    },
    take(length) {
      const due = takeWhile((mark) => mark.offset <= offset);
      offset += length;
      return due;
    },
    rest: () => takeWhile(() => true),
  };
}
