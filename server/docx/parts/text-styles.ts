import { element, valued, type Xml } from '../ooxml/xml.ts';
import { FIRST_LINE_INDENT, FONTS, INDENT_STEP, type HouseStyle } from './house-style.ts';
import { border, fonts, indent, size, spacing, style } from './style-elements.ts';

/** Running text, quotation, list, picture, caption, notes, comments, header and footer. */
export function textStyles(house: HouseStyle): Xml[] {
  return [...bodyStyles(house), ...figureStyles(house), ...noteStyles(), ...edgeStyles()];
}

function bodyStyles(house: HouseStyle): Xml[] {
  const body = [spacing({ after: house.bodyAfter, line: house.bodyLine })];
  return [
    paragraphStyle('BodyText', 'Body Text', { basedOn: 'Normal', paragraph: body }),
    paragraphStyle('BodyTextFirstIndent', 'Body Text First Indent', {
      basedOn: 'BodyText',
      paragraph: [
        // Counted in characters, so that it follows when somebody changes the type size.
        element('w:ind', { 'w:firstLineChars': 200, 'w:firstLine': FIRST_LINE_INDENT }),
        // Han characters spread evenly; Latin words would be torn apart, so they stay ragged.
        valued('w:jc', 'both'),
      ],
    }),
    paragraphStyle('Quote', 'Quote', {
      basedOn: 'BodyText',
      paragraph: [
        element('w:pBdr', {}, border('w:left', { eighths: 18, colour: 'B5C0C4' })),
        indent({ left: INDENT_STEP, right: INDENT_STEP }),
      ],
      // Slanted Chinese glyphs look broken, so a quotation changes its face instead.
      run: [fonts({ eastAsia: FONTS.kai })],
    }),
    paragraphStyle('ListParagraph', 'List Paragraph', {
      basedOn: 'BodyText',
      paragraph: [element('w:contextualSpacing')],
    }),
  ];
}

function figureStyles(house: HouseStyle): Xml[] {
  return [
    style({
      id: 'Figure',
      name: 'Figure',
      type: 'paragraph',
      basedOn: 'Normal',
      next: 'Caption',
      isCustom: true,
      isQuick: true,
      paragraph: [spacing({ before: 120, after: 120 }), valued('w:jc', 'center')],
    }),
    paragraphStyle('Caption', 'caption', {
      basedOn: 'Normal',
      paragraph: [spacing({ before: 60, after: 180 }), valued('w:jc', 'center')],
      run: [fonts({ eastAsia: FONTS.hei }), size(house.tableSize)],
    }),
  ];
}

function noteStyles(): Xml[] {
  return [
    paragraphStyle('FootnoteText', 'footnote text', {
      basedOn: 'Normal',
      paragraph: [element('w:snapToGrid', { 'w:val': 0 }), spacing({ after: 40 })],
      run: [size(18)],
    }),
    paragraphStyle('CommentText', 'annotation text', { basedOn: 'Normal', run: [size(20)] }),
    paragraphStyle('CommentSubject', 'annotation subject', {
      basedOn: 'CommentText',
      run: [element('w:b'), element('w:bCs')],
    }),
  ];
}

function edgeStyles(): Xml[] {
  const rule = element('w:pBdr', {}, border('w:bottom', { eighths: 4, colour: 'B5C0C4' }));
  return [
    paragraphStyle('Header', 'header', {
      basedOn: 'Normal',
      paragraph: [rule, valued('w:jc', 'center')],
      run: [valued('w:color', '435056'), size(18)],
    }),
    paragraphStyle('Footer', 'footer', {
      basedOn: 'Normal',
      paragraph: [valued('w:jc', 'center')],
      run: [valued('w:color', '435056'), size(18)],
    }),
  ];
}

type Look = { basedOn: string; paragraph?: readonly Xml[]; run?: readonly Xml[] };

function paragraphStyle(id: string, name: string, look: Look): Xml {
  return style({ id, name, type: 'paragraph', isQuick: true, ...look });
}
