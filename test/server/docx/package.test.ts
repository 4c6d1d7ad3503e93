import { describe, expect, it } from 'vitest';
import { writeDocx } from '#server/docx/write-docx.ts';
import { descendants, textOf } from '#test/support/strict-xml.ts';
import { openDocx, paragraphWith, runWith, valueAt, visibleText } from './open-docx.ts';
import { richInput } from './rich-document.ts';
import { cell, comment, docxInput, heading, paragraph, table, words } from './sample-document.ts';

describe('the package of an exported document', () => {
  it('holds only well-formed parts, each with a content type and each reachable', () => {
    const docx = openDocx(writeDocx(richInput()));
    const types = docx.part('[Content_Types].xml');
    const named = descendants(types, 'Override').map(({ attributes }) => attributes['PartName']);
    const extensions = descendants(types, 'Default').map(
      ({ attributes }) => attributes['Extension'],
    );
    const parts = docx.names.filter((name) => name !== '[Content_Types].xml');
    for (const name of parts.filter((part) => /\.(xml|rels)$/.test(part))) {
      expect(() => docx.part(name), name).not.toThrow();
    }
    for (const name of parts.filter((part) => !part.endsWith('.rels'))) {
      const extension = name.slice(name.lastIndexOf('.') + 1);
      expect(
        named.includes(`/${name}`) || (extension !== 'xml' && extensions.includes(extension)),
      ).toBe(true);
    }
    const targets = [
      ...relationTargets(docx, '_rels/.rels', ''),
      ...relationTargets(docx, 'word/_rels/document.xml.rels', 'word/'),
    ];
    expect(targets.toSorted()).toEqual(parts.filter((part) => !part.endsWith('.rels')).toSorted());
  });

  it('refers only to relationships, styles, lists and notes that exist', () => {
    const docx = openDocx(writeDocx(richInput()));
    const relations = descendants(docx.part('word/_rels/document.xml.rels'), 'Relationship').map(
      ({ attributes }) => attributes['Id'],
    );
    const used = [...JSON.stringify(docx.body).matchAll(/"r:(?:id|embed)":"(\w+)"/g)];
    expect(used.length).toBeGreaterThan(5);
    expect(relations).toEqual(expect.arrayContaining(used.map(([, id]) => id)));

    const styles = descendants(docx.part('word/styles.xml'), 'w:style').map(
      ({ attributes }) => attributes['w:styleId'],
    );
    expect(new Set(styles).size).toBe(styles.length);
    for (const reference of ['w:pStyle', 'w:rStyle', 'w:tblStyle']) {
      const wanted = descendants(docx.body, reference).map(({ attributes }) => attributes['w:val']);
      expect(styles, reference).toEqual(expect.arrayContaining(wanted));
    }
  });

  it('is the same bytes for the same input', () => {
    expect(Buffer.compare(writeDocx(richInput()), writeDocx(richInput()))).toBe(0);
  });

  it('says which document and revision it is', () => {
    const docx = openDocx(writeDocx(docxInput([], { documentId: 'DOC-1', revision: 7 })));
    const properties = descendants(docx.part('docProps/custom.xml'), 'property');
    expect(properties.map((each) => [each.attributes['name'], textOf(each)])).toEqual([
      ['DagangDocumentId', 'DOC-1'],
      ['DagangRevision', '7'],
    ]);
    const core = docx.part('docProps/core.xml');
    expect(descendants(core, 'dcterms:created').map(textOf)).toEqual(['2026-11-20T02:00:00Z']);
    expect(descendants(core, 'dc:creator').map(textOf)).toEqual(['Demo Expert']);
  });

  it('is a valid document even when there is no text at all', () => {
    const docx = openDocx(
      writeDocx(
        docxInput([], { title: '', comments: [comment({ id: 5, place: { found: false } })] }),
      ),
    );
    expect(descendants(docx.body, 'w:p')).toHaveLength(1);
    expect(descendants(docx.body, 'w:commentReference')).toHaveLength(1);
    expect(docx.names).not.toContain('word/footnotes.xml');
    const silent = openDocx(writeDocx(docxInput([])));
    expect(silent.names.filter((name) => /comment|people/.test(name))).toEqual([]);
  });

  it('has an A4 page with the margins of the printed page, running title and page numbers', () => {
    const docx = openDocx(writeDocx(docxInput([paragraph('正文')], { title: '演示标题' })));
    const [size] = descendants(docx.body, 'w:pgSz');
    const [margin] = descendants(docx.body, 'w:pgMar');
    expect(size?.attributes).toMatchObject({ 'w:w': '11906', 'w:h': '16838' });
    expect(margin?.attributes).toMatchObject({
      'w:top': '1417',
      'w:right': '1474',
      'w:bottom': '1587',
      'w:left': '1474',
    });
    expect(visibleText(docx.part('word/header1.xml'))).toBe('演示标题');
    const fields = descendants(docx.part('word/footer1.xml'), 'w:instrText').map(textOf);
    expect(fields).toEqual([' PAGE ', ' NUMPAGES ']);
    const modes = descendants(docx.part('word/settings.xml'), 'w:compatSetting').map(
      ({ attributes }) => [attributes['w:name'], attributes['w:val']],
    );
    expect(modes).toContainEqual(['compatibilityMode', '15']);
  });
});

describe('hostile text', () => {
  it('stays text, and only what XML cannot hold is dropped', () => {
    const hostile =
      '<script>alert("1")</script> ]]> & &amp; \u0000\u0007\uFFFE\uD842x 😀 𠮷 \u0085';
    const docx = openDocx(
      writeDocx(
        docxInput([heading(1, hostile), paragraph(hostile), table([[cell(hostile)]])], {
          title: hostile,
          subject: hostile,
          author: hostile,
          documentId: hostile,
          comments: [
            comment({
              id: 0,
              place: { found: false },
              quote: hostile,
              author: hostile,
              initials: '"><x',
              paragraphs: [hostile],
            }),
          ],
        }),
      ),
    );
    const kept = '<script>alert("1")</script> ]]> & &amp; x 😀 𠮷 \u0085';
    const texts = descendants(docx.body, 'w:p').map(visibleText);
    expect(texts.filter((text) => text === kept)).toHaveLength(5);
    const [written] = descendants(docx.part('word/comments.xml'), 'w:comment');
    expect(written?.attributes).toMatchObject({ 'w:author': kept, 'w:initials': '"><x' });
    expect(written && visibleText(written)).toBe(`“${kept}”${kept}`);
  });

  it('may hold line ends and tabs, which become breaks and tabs', () => {
    const docx = openDocx(writeDocx(docxInput([paragraph('一\r\n二\t三')])));
    expect(visibleText(paragraphWith(docx, '二'))).toBe('一\n二\t三');
  });

  it('keeps a link only to the web or to a mail address', () => {
    const link = (href: string, text: string) => ({
      type: 'link' as const,
      href,
      inlines: [words(text)],
    });
    const docx = openDocx(
      writeDocx(
        docxInput([
          paragraph([
            link('https://example.org/a b?q="1"&x={2}', 'web '),
            link('mailto:demo@example.org', 'mail '),
            link('javascript:alert(1)', 'script '),
            link('file:///etc/passwd', 'file '),
            link('not an address', 'nothing'),
          ]),
        ]),
      ),
    );
    expect(visibleText(paragraphWith(docx, 'script'))).toBe('web mail script file nothing');
    expect(descendants(docx.body, 'w:hyperlink').map(visibleText)).toEqual(['web ', 'mail ']);
    const external = descendants(docx.part('word/_rels/document.xml.rels'), 'Relationship').filter(
      ({ attributes }) => attributes['TargetMode'] === 'External',
    );
    expect(external.map(({ attributes }) => attributes['Target'])).toEqual([
      'https://example.org/a%20b?q=%221%22&x=%7B2%7D',
      'mailto:demo@example.org',
    ]);
  });
});

describe('fonts and languages', () => {
  it('names Chinese faces for body and headings and Times New Roman for Latin', () => {
    const docx = openDocx(writeDocx(richInput()));
    const styles = docx.part('word/styles.xml');
    const [defaults] = descendants(styles, 'w:rPrDefault');
    const [faces] = defaults ? descendants(defaults, 'w:rFonts') : [];
    expect(faces?.attributes).toMatchObject({
      'w:ascii': 'Times New Roman',
      'w:hAnsi': 'Times New Roman',
      'w:eastAsia': '宋体',
    });
    for (const id of ['Title', 'Heading1', 'Heading2', 'Heading3', 'Heading4']) {
      const style = descendants(styles, 'w:style').find(
        ({ attributes }) => attributes['w:styleId'] === id,
      );
      const [own] = style ? descendants(style, 'w:rFonts') : [];
      expect(own?.attributes['w:eastAsia'], id).toBe('黑体');
    }
  });

  it('gives every run the language of its block, said or read from its letters', () => {
    const docx = openDocx(
      writeDocx(
        docxInput([
          paragraph('碳市场能力建设'),
          paragraph('Capacity building'),
          paragraph('ETS', { language: 'zh' }),
          paragraph('2026'),
        ]),
      ),
    );
    const language = (text: string) => valueAt(runWith(docx, text), 'w:rPr', 'w:lang');
    expect(language('碳市场')).toBe('zh-CN');
    expect(language('Capacity')).toBe('en-US');
    expect(language('ETS')).toBe('zh-CN');
    expect(language('2026')).toBe('zh-CN');
  });

  it('sets quotation marks in Chinese text in the Chinese face, in English text in the Latin', () => {
    const docx = openDocx(writeDocx(docxInput([paragraph('“碳普惠”'), paragraph('a “quote”')])));
    const hint = (text: string) =>
      descendants(runWith(docx, text), 'w:rFonts').map(({ attributes }) => attributes['w:hint']);
    expect(hint('碳普惠')).toEqual(['eastAsia']);
    expect(hint('quote')).toEqual([]);
  });

  it('sets every mark of a run', () => {
    const docx = openDocx(
      writeDocx(
        docxInput([
          paragraph([
            words('all', 'bold', 'italic', 'underline', 'strikethrough', 'superscript'),
            words('low', 'subscript'),
            words('code', 'code'),
          ]),
        ]),
      ),
    );
    const names = (text: string) => {
      const [properties] = descendants(runWith(docx, text), 'w:rPr');
      return properties?.children.map((each) => (typeof each === 'string' ? each : each.name));
    };
    expect(names('all')).toEqual([
      'w:b',
      'w:bCs',
      'w:i',
      'w:iCs',
      'w:strike',
      'w:u',
      'w:vertAlign',
      'w:lang',
    ]);
    expect(valueAt(runWith(docx, 'low'), 'w:rPr', 'w:vertAlign')).toBe('subscript');
    expect(valueAt(runWith(docx, 'code'), 'w:rPr', 'w:rStyle')).toBe('InlineCode');
  });
});

function relationTargets(docx: ReturnType<typeof openDocx>, part: string, folder: string) {
  return descendants(docx.part(part), 'Relationship')
    .filter(({ attributes }) => attributes['TargetMode'] !== 'External')
    .map(({ attributes }) => `${folder}${attributes['Target']}`);
}
