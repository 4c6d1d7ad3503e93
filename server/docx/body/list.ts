import type { List, ListItem } from '#app/domain/documents/document-tree.ts';
import { element, text, together, valued, type Xml } from '../ooxml/xml.ts';
import { LIST_LEVEL_MAX, listTextIndent } from '../parts/numbering-levels.ts';
import { bookmarked } from './bookmark.ts';
import { writeInlines } from './inlines.ts';
import { writeParagraph, type ParagraphLook } from './paragraph.ts';
import { writeRun } from './run.ts';
import type { BlockPlace, Writing } from './writing.ts';

/** One paragraph per item. Every ordered list is a list of its own and so begins at its start. */
export function writeList(list: List, place: BlockPlace, writing: Writing): Xml[] {
  return writeLevel(list, { level: 0, place, writing });
}

type ListPlace = { level: number; place: BlockPlace; writing: Writing };

function writeLevel(list: List, at: ListPlace): Xml[] {
  const level = Math.min(at.level, LIST_LEVEL_MAX);
  const look = { style: at.place.kind === 'body' ? 'ListParagraph' : 'TableText' };
  const itemLook = withLabel(list, look, { ...at, level });
  return list.items.flatMap((item) => [
    writeParagraph(itemLook, bookmarked(item.id, itemContent(list, item, at.writing), at.writing)),
    ...item.nested.flatMap((nested) => writeLevel(nested, { ...at, level: at.level + 1 })),
  ]);
}

function withLabel(list: List, look: ParagraphLook, { level, writing }: ListPlace): ParagraphLook {
  switch (list.kind) {
    case 'bullet':
      return { ...look, numbering: { listId: writing.numbering.bulletList(), level } };
    case 'number': {
      const start = Number.isInteger(list.start) && list.start >= 0 ? list.start : 1;
      return { ...look, numbering: { listId: writing.numbering.orderedList(level, start), level } };
    }
    case 'check': {
      const left = listTextIndent(level);
      return { ...look, indent: { left, hanging: listTextIndent(0) } };
    }
  }
}

function itemContent(list: List, item: ListItem, writing: Writing): Xml {
  const words = writeInlines(item, writing);
  if (list.kind !== 'check') return words;
  return together(checkbox(item.checked === true ? 'checked' : 'unchecked', writing), words);
}

/** The box is text; the control around it lets people tick it in Word. */
function checkbox(state: 'checked' | 'unchecked', writing: Writing): Xml {
  const box = together(
    element('w14:checked', { 'w14:val': state === 'checked' ? 1 : 0 }),
    element('w14:checkedState', { 'w14:val': '2611', 'w14:font': BOX_FONT }),
    element('w14:uncheckedState', { 'w14:val': '2610', 'w14:font': BOX_FONT }),
  );
  const properties = together(
    valued('w:id', writing.nextId('control')),
    element('w14:checkbox', {}, box),
  );
  const faces = { 'w:ascii': BOX_FONT, 'w:hAnsi': BOX_FONT, 'w:eastAsia': BOX_FONT };
  const run = element(
    'w:r',
    {},
    together(
      element('w:rPr', {}, element('w:rFonts', faces)),
      element('w:t', {}, text(BOXES[state])),
    ),
  );
  return together(
    element(
      'w:sdt',
      {},
      together(element('w:sdtPr', {}, properties), element('w:sdtContent', {}, run)),
    ),
    writeRun('\t', { language: 'en' }),
  );
}

const BOXES = { checked: '☑', unchecked: '☐' };
const BOX_FONT = 'Segoe UI Symbol';
