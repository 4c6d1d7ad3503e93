/** word/footnotes.xml, collected while the body is written. */
import type { BlockLanguage } from '#app/domain/documents/document-tree.ts';
import { writeRun } from '../body/run.ts';
import { WORD_NAMESPACES, wordContentType } from '../ooxml/namespaces.ts';
import { element, NOTHING, together, valued, type Xml } from '../ooxml/xml.ts';

export type Footnotes = {
  /** @returns the note's id, counted from 1, for its reference in the text. */
  add(note: { text: string; language: BlockLanguage }): number;
  isEmpty(): boolean;
  toPart(): { contentType: string; root: Xml };
};

export function createFootnotes(): Footnotes {
  const notes: Xml[] = [];
  return {
    add({ text, language }) {
      const id = notes.length + 1;
      notes.push(element('w:footnote', { 'w:id': id }, noteParagraphs(text, language)));
      return id;
    },
    isEmpty: () => notes.length === 0,
    toPart: () => ({
      contentType: wordContentType('footnotes'),
      root: element(
        'w:footnotes',
        WORD_NAMESPACES,
        together(
          separator(SEPARATOR_ID, 'separator'),
          separator(CONTINUATION_ID, 'continuationSeparator'),
          ...notes,
        ),
      ),
    }),
  };
}

const SEPARATOR_ID = -1;
const CONTINUATION_ID = 0;

/** The two rules between text and notes, as settings name them. */
export const SEPARATOR_NOTES = together(
  element('w:footnote', { 'w:id': SEPARATOR_ID }),
  element('w:footnote', { 'w:id': CONTINUATION_ID }),
);

function separator(id: number, kind: 'separator' | 'continuationSeparator'): Xml {
  const properties = element(
    'w:pPr',
    {},
    element('w:spacing', { 'w:after': 0, 'w:line': 240, 'w:lineRule': 'auto' }),
  );
  const rule = element('w:r', {}, element(`w:${kind}`));
  return element(
    'w:footnote',
    { 'w:type': kind, 'w:id': id },
    element('w:p', {}, together(properties, rule)),
  );
}

function noteParagraphs(note: string, language: BlockLanguage): Xml {
  const paragraphs = note
    .split(/\r?\n/)
    .map((line, index) =>
      element(
        'w:p',
        {},
        together(
          element('w:pPr', {}, valued('w:pStyle', 'FootnoteText')),
          index === 0 ? NOTE_NUMBER : NOTHING,
          writeRun(line, { language }),
        ),
      ),
    );
  return together(...paragraphs);
}

const NOTE_NUMBER = together(
  element(
    'w:r',
    {},
    together(
      element('w:rPr', {}, valued('w:rStyle', 'FootnoteReference')),
      element('w:footnoteRef'),
    ),
  ),
  writeRun(' ', { language: 'en' }),
);
