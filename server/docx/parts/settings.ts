import type { BlockLanguage } from '#app/domain/documents/document-tree.ts';
import { WORD_NAMESPACES, wordContentType } from '../ooxml/namespaces.ts';
import { element, NOTHING, together, valued, type Xml } from '../ooxml/xml.ts';
import { SEPARATOR_NOTES } from './footnotes.ts';

export function settingsPart(features: { language: BlockLanguage; hasFootnotes: boolean }): {
  contentType: string;
  root: Xml;
} {
  const pieces = together(
    element('w:zoom', { 'w:percent': 100 }),
    valued('w:defaultTabStop', 480),
    valued('w:characterSpacingControl', 'compressPunctuation'),
    features.hasFootnotes ? element('w:footnotePr', {}, SEPARATOR_NOTES) : NOTHING,
    element('w:compat', {}, compatibility()),
    element('w:themeFontLang', {
      'w:val': features.language === 'zh' ? 'zh-CN' : 'en-US',
      'w:eastAsia': 'zh-CN',
    }),
    valued('w:decimalSymbol', '.'),
    valued('w:listSeparator', ','),
  );
  return {
    contentType: wordContentType('settings'),
    root: element('w:settings', WORD_NAMESPACES, pieces),
  };
}

/** Mode 15 is Word 2013 and later; without it Word opens the file in compatibility mode. */
function compatibility(): Xml {
  const settings = Object.entries({
    compatibilityMode: 15,
    overrideTableStyleFontSizeAndJustification: 1,
    enableOpenTypeFeatures: 1,
    doNotFlipMirrorIndents: 1,
    differentiateMultirowTableHeaders: 1,
    useWord2013TrackBottomHyphenation: 0,
  }).map(([name, value]) =>
    element('w:compatSetting', {
      'w:name': name,
      'w:uri': 'http://schemas.microsoft.com/office/word',
      'w:val': value,
    }),
  );
  return together(
    element('w:balanceSingleByteDoubleByteWidth'),
    element('w:doNotExpandShiftReturn'),
    element('w:useFELayout'),
    ...settings,
  );
}
