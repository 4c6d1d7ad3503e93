import { element, together, valued, type Xml } from '../ooxml/xml.ts';
import { FONTS, type HouseStyle } from './house-style.ts';
import { BOLD, fonts, size, spacing, style } from './style-elements.ts';

/** Title, subtitle and four heading levels; the levels carry their number through the style. */
export function headingStyles(house: HouseStyle, headingNumId: number): Xml[] {
  return [
    style({
      id: 'Title',
      name: 'Title',
      type: 'paragraph',
      basedOn: 'Normal',
      next: 'BodyText',
      isQuick: true,
      paragraph: [
        element('w:keepNext'),
        spacing({ before: 240, after: 160 }),
        valued('w:jc', 'center'),
      ],
      run: [fonts({ eastAsia: FONTS.hei }), BOLD, size(house.titleSize)],
    }),
    style({
      id: 'Subtitle',
      name: 'Subtitle',
      type: 'paragraph',
      basedOn: 'Normal',
      next: 'BodyText',
      isQuick: true,
      paragraph: [spacing({ after: 360 }), valued('w:jc', 'center')],
      run: [valued('w:color', '435056'), size(house.bodySize)],
    }),
    ...house.headingSizes.map((halfPoints, index) =>
      style({
        id: `Heading${index + 1}`,
        name: `heading ${index + 1}`,
        type: 'paragraph',
        basedOn: 'Normal',
        next: 'BodyText',
        isQuick: true,
        paragraph: [
          element('w:keepNext'),
          element('w:keepLines'),
          element(
            'w:numPr',
            {},
            together(valued('w:ilvl', index), valued('w:numId', headingNumId)),
          ),
          spacing({ before: index === 0 ? 360 : 240, after: 120, line: 276 }),
          valued('w:outlineLvl', index),
        ],
        run: [fonts({ eastAsia: FONTS.hei }), BOLD, size(halfPoints)],
      }),
    ),
  ];
}
