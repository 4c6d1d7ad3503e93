/** Running title above, `page / pages` below. The first page has the title itself, so no header. */
import type { BlockLanguage } from '#app/domain/documents/document-tree.ts';
import { writeRun } from '../body/run.ts';
import { WORD_NAMESPACES, wordContentType } from '../ooxml/namespaces.ts';
import { element, text, together, valued, type Xml } from '../ooxml/xml.ts';

type Part = { contentType: string; root: Xml };

export function headerPart(title: string, language: BlockLanguage): Part {
  const paragraph = element(
    'w:p',
    {},
    together(
      element('w:pPr', {}, valued('w:pStyle', 'Header')),
      writeRun(title.replace(/\s+/g, ' '), { language }),
    ),
  );
  return {
    contentType: wordContentType('header'),
    root: element('w:hdr', WORD_NAMESPACES, paragraph),
  };
}

export function footerPart(): Part {
  const paragraph = element(
    'w:p',
    {},
    together(
      element('w:pPr', {}, valued('w:pStyle', 'Footer')),
      field('PAGE'),
      writeRun(' / ', { language: 'en' }),
      field('NUMPAGES'),
    ),
  );
  return {
    contentType: wordContentType('footer'),
    root: element('w:ftr', WORD_NAMESPACES, paragraph),
  };
}

/** Word computes the result when it lays out pages; 1 stands there until then. */
function field(instruction: string): Xml {
  const mark = (kind: string) =>
    element('w:r', {}, element('w:fldChar', { 'w:fldCharType': kind }));
  return together(
    mark('begin'),
    element(
      'w:r',
      {},
      element('w:instrText', { 'xml:space': 'preserve' }, text(` ${instruction} `)),
    ),
    mark('separate'),
    writeRun('1', { language: 'en' }),
    mark('end'),
  );
}
