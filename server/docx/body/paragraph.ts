import type { TextAlignment } from '#app/domain/documents/document-tree.ts';
import { element, NOTHING, together, valued, type Xml } from '../ooxml/xml.ts';

export type ParagraphLook = {
  style: string;
  numbering?: { listId: number; level: number };
  /** Twips. */
  spaceBefore?: number;
  indent?: { left: number; hanging?: number };
  alignment?: TextAlignment;
};

/** Order inside w:pPr is fixed by the schema. */
export function writeParagraph(look: ParagraphLook, content: Xml = NOTHING): Xml {
  const { numbering, spaceBefore, indent, alignment = 'start' } = look;
  const properties = together(
    valued('w:pStyle', look.style),
    numbering === undefined ? NOTHING : numberProperties(numbering),
    spaceBefore === undefined ? NOTHING : element('w:spacing', { 'w:before': spaceBefore }),
    indent === undefined
      ? NOTHING
      : element('w:ind', { 'w:left': indent.left, 'w:hanging': indent.hanging }),
    alignment === 'start' ? NOTHING : valued('w:jc', JUSTIFICATION[alignment]),
  );
  return element('w:p', {}, together(element('w:pPr', {}, properties), content));
}

/** List 0 takes away the number that the style would give. */
function numberProperties({ listId, level }: { listId: number; level: number }): Xml {
  const own = valued('w:numId', listId);
  return element('w:numPr', {}, listId === 0 ? own : together(valued('w:ilvl', level), own));
}

const JUSTIFICATION = { center: 'center', end: 'right', justify: 'both' } as const;
