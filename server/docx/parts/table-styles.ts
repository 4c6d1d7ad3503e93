import { element, together, type Xml } from '../ooxml/xml.ts';
import { FONTS, type HouseStyle } from './house-style.ts';
import { BOLD, fonts, size, spacing, style } from './style-elements.ts';

/** Space between a cell's edge and its text, left and right, in twips. */
export const CELL_MARGIN = 108;
export const HEADER_SHADE = 'E7EEF0';

/** The plain and the ruled table, and the paragraphs inside their cells. */
export function tableStyles(house: HouseStyle): Xml[] {
  const cell = [spacing({ before: 40, after: 40 })];
  return [
    style({
      id: 'TableNormal',
      name: 'Normal Table',
      type: 'table',
      isDefault: true,
      table: element('w:tblPr', {}, together(element('w:tblInd', ZERO), cellMargins())),
    }),
    style({
      id: 'TableGrid',
      name: 'Table Grid',
      type: 'table',
      basedOn: 'TableNormal',
      table: element('w:tblPr', {}, together(gridBorders(), cellMargins())),
    }),
    style({
      id: 'TableText',
      name: 'Table Text',
      type: 'paragraph',
      basedOn: 'Normal',
      isCustom: true,
      isQuick: true,
      paragraph: cell,
      run: [size(house.tableSize)],
    }),
    style({
      id: 'TableHeading',
      name: 'Table Heading',
      type: 'paragraph',
      basedOn: 'TableText',
      isCustom: true,
      isQuick: true,
      paragraph: [element('w:keepNext')],
      run: [fonts({ eastAsia: FONTS.hei }), BOLD],
    }),
  ];
}

function gridBorders(): Xml {
  const edges = ['w:top', 'w:left', 'w:bottom', 'w:right', 'w:insideH', 'w:insideV'].map((name) =>
    element(name, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '7E8B90' }),
  );
  return element('w:tblBorders', {}, together(...edges));
}

function cellMargins(): Xml {
  const side = { 'w:w': CELL_MARGIN, 'w:type': 'dxa' };
  return element(
    'w:tblCellMar',
    {},
    together(
      element('w:top', ZERO),
      element('w:left', side),
      element('w:bottom', ZERO),
      element('w:right', side),
    ),
  );
}

const ZERO = { 'w:w': 0, 'w:type': 'dxa' };
