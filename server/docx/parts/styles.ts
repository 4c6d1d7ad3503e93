/** word/styles.xml: the named styles that every exported document uses. */
import type { BlockLanguage } from '#app/domain/documents/document-tree.ts';
import { WORD_NAMESPACES, wordContentType } from '../ooxml/namespaces.ts';
import { element, together, type Xml } from '../ooxml/xml.ts';
import { FONTS, HOUSE_STYLES, type HouseStyle } from './house-style.ts';
import { characterStyles } from './character-styles.ts';
import { headingStyles } from './heading-styles.ts';
import { fonts, size, spacing, style } from './style-elements.ts';
import { tableStyles } from './table-styles.ts';
import { textStyles } from './text-styles.ts';

/** @param headingNumId the list that numbers the heading styles, see `numbering.ts`. */
export function stylesPart(
  language: BlockLanguage,
  headingNumId: number,
): { contentType: string; root: Xml } {
  const house = HOUSE_STYLES[language];
  const styles = together(
    documentDefaults(house),
    style({ id: 'Normal', name: 'Normal', type: 'paragraph', isDefault: true, isQuick: true }),
    ...headingStyles(house, headingNumId),
    ...textStyles(house),
    ...tableStyles(house),
    ...characterStyles(house),
  );
  return {
    contentType: wordContentType('styles'),
    root: element('w:styles', WORD_NAMESPACES, styles),
  };
}

function documentDefaults(house: HouseStyle): Xml {
  const run = together(
    fonts({ latin: FONTS.latin, eastAsia: FONTS.song }),
    size(house.bodySize),
    element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' }),
  );
  const paragraph = together(spacing({ after: 0 }));
  return element(
    'w:docDefaults',
    {},
    together(
      element('w:rPrDefault', {}, element('w:rPr', {}, run)),
      element('w:pPrDefault', {}, element('w:pPr', {}, paragraph)),
    ),
  );
}
