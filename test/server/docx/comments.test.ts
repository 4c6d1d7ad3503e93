import { describe, expect, it } from 'vitest';
import { writeDocx } from '#server/docx/write-docx.ts';
import { descendants } from '#test/support/strict-xml.ts';
import { commentedText, openDocx, paragraphWith, visibleText } from './open-docx.ts';
import {
  cell,
  comment,
  docxInput,
  heading,
  item,
  list,
  onLeaf,
  paragraph,
  table,
  words,
} from './sample-document.ts';

const reply = (text: string) => ({
  author: 'Demo Expert',
  initials: 'DE',
  at: new Date('2026-11-20T03:00:00Z'),
  paragraphs: ['first', text],
});

describe('comments', () => {
  it('stand on exactly the words that were commented, through runs, links, notes and emoji', () => {
    const text = paragraph([
      words('前😀文', 'bold'),
      words('二'),
      { type: 'link', href: 'https://example.org', inlines: [words('linked words')] },
      { type: 'footnote', text: 'note' },
      { type: 'register-field', field: 'assignment.code' },
      words('尾'),
    ]);
    const places = [
      { id: 0, from: 3, to: 5, quote: '文二' },
      { id: 1, from: 1, to: 3, quote: '😀' },
      { id: 2, from: 2, to: 4, quote: '😀文' },
      { id: 3, from: 4, to: 11, quote: '二linked' },
      { id: 4, from: 12, to: 20, quote: 'words________尾' },
      { id: 5, from: 0, to: 999, quote: '前😀文二linked words________尾' },
      { id: 6, from: 5, to: 5, quote: '' },
    ];
    const docx = openDocx(
      writeDocx(
        docxInput([text], {
          comments: places.map(({ id, from, to }) => comment({ id, place: onLeaf(0, from, to) })),
        }),
      ),
    );
    for (const { id, quote } of places) expect(commentedText(docx, id), `${id}`).toBe(quote);
    expect(visibleText(paragraphWith(docx, '前'))).toBe('前😀文二linked words________尾');
  });

  it('reach over blocks, into lists and table cells, and around guidance', () => {
    const blocks = [
      heading(1, 'Heading'),
      paragraph('guidance', { guidance: true }),
      paragraph('Paragraph'),
      list('bullet', [item('item', { nested: [list('bullet', [item('nested')])] })]),
      table([[cell('left'), cell('right')]]),
    ];
    const place = (from: [number, number], to: [number, number]) => ({
      found: true as const,
      start: { leaf: from[0], offset: from[1] },
      end: { leaf: to[0], offset: to[1] },
    });
    const docx = openDocx(
      writeDocx(
        docxInput(blocks, {
          comments: [
            comment({ id: 0, place: place([0, 4], [3, 2]) }),
            comment({ id: 1, place: place([4, 0], [6, 3]) }),
            comment({ id: 2, place: place([5, 1], [5, 3]) }),
            comment({ id: 3, place: place([1, 2], [2, 4]) }),
            comment({ id: 4, place: place([1, 0], [1, 5]), quote: 'guida' }),
          ],
        }),
      ),
    );
    expect(commentedText(docx, 0)).toBe('ingParagraphit');
    expect(commentedText(docx, 1)).toBe('nestedleftrig');
    expect(commentedText(docx, 2)).toBe('ef');
    expect(commentedText(docx, 3)).toBe('Para');
    expect(commentedText(docx, 4)).toBe('');
    expect(commentTexts(docx)[4]).toBe('“guida”Please say which sectors are meant.');
    expect(descendants(docx.body, 'w:p').map(visibleText)).not.toContain('guidance');
  });

  it('hang on the last paragraph and say the quote when their place is gone', () => {
    const docx = openDocx(
      writeDocx(
        docxInput([paragraph('first'), paragraph('last')], {
          comments: [
            comment({ id: 0, place: { found: false }, quote: '已删除', paragraphs: ['why?'] }),
            comment({ id: 1, place: onLeaf(9, 0, 4), quote: 'gone too' }),
          ],
        }),
      ),
    );
    const references = descendants(paragraphWith(docx, 'last'), 'w:commentReference');
    expect(references.map(({ attributes }) => attributes['w:id'])).toEqual(['0', '1']);
    expect(commentTexts(docx)[0]).toBe('“已删除”why?');
  });
});

describe('the parts that keep comments', () => {
  it('hold author, initials, text and the time on the clock of the project', () => {
    const docx = openDocx(
      writeDocx(
        docxInput([paragraph('text')], {
          comments: [comment({ id: 7, place: onLeaf(0, 0, 4), paragraphs: ['one', 'two\nthree'] })],
        }),
      ),
    );
    const [written] = descendants(docx.part('word/comments.xml'), 'w:comment');
    expect(written?.attributes).toEqual({
      'w:id': '7',
      'w:author': '演示评审人 Demo Reviewer',
      'w:date': '2026-11-20T09:30:00Z',
      'w:initials': 'DR',
    });
    const paragraphs = written ? descendants(written, 'w:p').map(visibleText) : [];
    expect(paragraphs).toEqual(['one', 'two\nthree']);
    const [instant] = descendants(
      docx.part('word/commentsExtensible.xml'),
      'w16cex:commentExtensible',
    );
    expect(instant?.attributes['w16cex:dateUtc']).toBe('2026-11-20T01:30:00Z');
  });

  it('give every reply its own range inside that of its comment, which Word insists on', () => {
    const docx = openDocx(
      writeDocx(
        docxInput([paragraph('some text')], {
          comments: [comment({ id: 3, place: onLeaf(0, 0, 4), replies: [reply('a'), reply('b')] })],
        }),
      ),
    );
    const marks = paragraphWith(docx, 'some text').children.flatMap((each) => {
      if (typeof each === 'string' || !each.name.startsWith('w:')) return [];
      const [reference] = descendants(each, 'w:commentReference');
      if (reference) return [`reference ${reference.attributes['w:id']}`];
      return each.name.startsWith('w:comment') ? [`${each.name} ${each.attributes['w:id']}`] : [];
    });
    expect(marks).toEqual([
      ...[3, 4, 5].map((id) => `w:commentRangeStart ${id}`),
      ...[3, 4, 5].flatMap((id) => [`w:commentRangeEnd ${id}`, `reference ${id}`]),
    ]);
  });

  it('hold answers, what is resolved and lasting ids in the extended parts', () => {
    const input = docxInput([paragraph('some text')], {
      comments: [
        comment({ id: 0, place: onLeaf(0, 0, 4), replies: [reply('a')], resolved: 'yes' }),
        comment({ id: 1, place: onLeaf(0, 5, 9) }),
      ],
    });
    const docx = openDocx(writeDocx(input));
    const last = descendants(docx.part('word/comments.xml'), 'w:comment').map(
      (each) => descendants(each, 'w:p').at(-1)?.attributes['w14:paraId'],
    );
    const states = descendants(docx.part('word/commentsExtended.xml'), 'w15:commentEx').map(
      ({ attributes }) => attributes,
    );
    expect(states).toEqual([
      { 'w15:paraId': last[0], 'w15:done': '1' },
      { 'w15:paraId': last[1], 'w15:paraIdParent': last[0], 'w15:done': '1' },
      { 'w15:paraId': last[2], 'w15:done': '0' },
    ]);
    const ids = descendants(docx.part('word/commentsIds.xml'), 'w16cid:commentId').map(
      ({ attributes }) => attributes['w16cid:durableId'] ?? '',
    );
    for (const id of [...last, ...ids]) {
      expect(id).toMatch(/^[0-9A-F]{8}$/);
      expect(parseInt(id ?? '', 16)).toBeGreaterThan(0);
      expect(parseInt(id ?? '', 16)).toBeLessThan(0x7fff_ffff);
    }
    expect(new Set(ids).size).toBe(3);
    const shorter = openDocx(writeDocx({ ...input, comments: input.comments.slice(1) }));
    const [kept] = descendants(shorter.part('word/commentsIds.xml'), 'w16cid:commentId');
    expect(kept?.attributes['w16cid:durableId']).toBe(ids[2]);
  });

  it('refuse two comments with one id', () => {
    const twice = [0, 1].map(() => comment({ id: 1, place: { found: false } }));
    expect(() => writeDocx(docxInput([], { comments: twice }))).toThrow('one id');
  });
});

function commentTexts(docx: ReturnType<typeof openDocx>): string[] {
  return descendants(docx.part('word/comments.xml'), 'w:comment').map(visibleText);
}
