/** A run: characters that share one set of properties. */
import type { BlockLanguage, Mark } from '#app/domain/documents/document-tree.ts';
import { element, NOTHING, text, together, valued, type Xml } from '../ooxml/xml.ts';
import { FONTS } from '../parts/house-style.ts';

export type RunLook = {
  language: BlockLanguage;
  marks?: readonly Mark[];
  /** Id of a character style. */
  style?: string;
};

/** A line end becomes a line break, a tab a tab. Empty text gives nothing. */
export function writeRun(characters: string, look: RunLook): Xml {
  const content = runContent(characters);
  if (content === '') return NOTHING;
  return element('w:r', {}, together(runProperties(look, characters), content));
}

/** Order inside w:rPr is fixed by the schema. */
export function runProperties(look: RunLook, characters = ''): Xml {
  const marks = new Set(look.marks);
  const isCode = marks.has('code');
  const styleId = look.style ?? (isCode ? 'InlineCode' : undefined);
  const when = (condition: boolean, ...pieces: Xml[]) => (condition ? pieces : []);
  return element(
    'w:rPr',
    {},
    together(
      ...when(styleId !== undefined, valued('w:rStyle', styleId ?? '')),
      ...runFonts({ isCode: isCode && styleId !== 'InlineCode', look, characters }),
      ...when(marks.has('bold'), element('w:b'), element('w:bCs')),
      ...when(marks.has('italic'), element('w:i'), element('w:iCs')),
      ...when(marks.has('strikethrough'), element('w:strike')),
      ...when(marks.has('underline'), valued('w:u', 'single')),
      ...when(marks.has('superscript'), valued('w:vertAlign', 'superscript')),
      ...when(
        marks.has('subscript') && !marks.has('superscript'),
        valued('w:vertAlign', 'subscript'),
      ),
      element('w:lang', {
        'w:val': look.language === 'zh' ? 'zh-CN' : 'en-US',
        'w:eastAsia': 'zh-CN',
      }),
    ),
  );
}

function runFonts(run: { isCode: boolean; look: RunLook; characters: string }): Xml[] {
  const latin = run.isCode ? FONTS.code : undefined;
  const hint =
    run.look.language === 'zh' && AMBIGUOUS_WIDTH.test(run.characters) ? 'eastAsia' : undefined;
  if (latin === undefined && hint === undefined) return [];
  return [element('w:rFonts', { 'w:hint': hint, 'w:ascii': latin, 'w:hAnsi': latin })];
}

/** Signs that both scripts use; without a hint Word sets them in the Latin face and half wide. */
const AMBIGUOUS_WIDTH = /[\u00B7\u2010-\u2027\u2030-\u203B\u2460-\u24FF\u25A0-\u26FF]/;

function runContent(characters: string): Xml {
  const pieces = characters.replace(/\r\n?/g, '\n').split(/([\n\t])/);
  return together(
    ...pieces.map((piece) => {
      if (piece === '\n') return element('w:br');
      if (piece === '\t') return element('w:tab');
      const content = text(piece);
      return content === '' ? NOTHING : element('w:t', { 'xml:space': 'preserve' }, content);
    }),
  );
}
