import { WORD_NAMESPACES, wordContentType } from '../ooxml/namespaces.ts';
import { element, together, valued, type Xml } from '../ooxml/xml.ts';
import { FONTS } from './house-style.ts';

/** Tells programs that lack a face which one is meant and what kind to put in its place. */
export function fontTablePart(): { contentType: string; root: Xml } {
  const fonts = [
    font(FONTS.latin, { charset: '00', family: 'roman' }),
    font(FONTS.song, { otherName: 'SimSun', charset: '86', family: 'auto' }),
    font(FONTS.hei, { otherName: 'SimHei', charset: '86', family: 'modern' }),
    font(FONTS.kai, { otherName: 'KaiTi', charset: '86', family: 'modern' }),
    font(FONTS.code, { charset: '00', family: 'modern' }),
  ];
  return {
    contentType: wordContentType('fontTable'),
    root: element('w:fonts', WORD_NAMESPACES, together(...fonts)),
  };
}

function font(name: string, face: { otherName?: string; charset: string; family: string }): Xml {
  return element(
    'w:font',
    { 'w:name': name },
    together(
      ...(face.otherName === undefined ? [] : [valued('w:altName', face.otherName)]),
      valued('w:charset', face.charset),
      valued('w:family', face.family),
    ),
  );
}
