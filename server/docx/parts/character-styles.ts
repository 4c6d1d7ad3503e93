import { element, valued, type Xml } from '../ooxml/xml.ts';
import { FONTS, type HouseStyle } from './house-style.ts';
import { fonts, size, style } from './style-elements.ts';

export function characterStyles(house: HouseStyle): Xml[] {
  return [
    style({
      id: 'DefaultParagraphFont',
      name: 'Default Paragraph Font',
      type: 'character',
      isDefault: true,
    }),
    characterStyle('Hyperlink', 'Hyperlink', [
      valued('w:color', '0B5A73'),
      valued('w:u', 'single'),
    ]),
    characterStyle('FootnoteReference', 'footnote reference', [
      valued('w:vertAlign', 'superscript'),
    ]),
    characterStyle('CommentReference', 'annotation reference', [size(16)]),
    characterStyle('PlaceholderText', 'Placeholder Text', [valued('w:color', '5E6B70')]),
    style({
      id: 'InlineCode',
      name: 'Inline Code',
      type: 'character',
      basedOn: 'DefaultParagraphFont',
      isCustom: true,
      isQuick: true,
      run: [
        fonts({ latin: FONTS.code }),
        size(house.bodySize - 2),
        element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'EEF1F1' }),
      ],
    }),
  ];
}

function characterStyle(id: string, name: string, run: readonly Xml[]): Xml {
  return style({ id, name, type: 'character', basedOn: 'DefaultParagraphFont', run });
}
