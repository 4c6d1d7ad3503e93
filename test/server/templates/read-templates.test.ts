import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { countBlanks } from '#app/domain/documents/blank.ts';
import { DOCUMENT_KINDS } from '#app/domain/documents/document-kind.ts';
import type { Template, TemplateBlock } from '#app/domain/documents/template.ts';
import type { Bilingual } from '#app/domain/shared/locale.ts';
import { readTemplates } from '#server/templates/read-templates.ts';

describe('the templates of the project', () => {
  let templates: Template[];
  beforeAll(async () => {
    templates = await readTemplates('docs-templates');
  });

  test('there are eighteen, and every kind of document has one', () => {
    expect(templates).toHaveLength(18);
    expect(new Set(templates.map(({ kind }) => kind))).toEqual(new Set(DOCUMENT_KINDS));
  });

  test('each kind of assignment has its own terms of reference', () => {
    const suits = templates.filter(({ kind }) => kind === 'TOR').map((tor) => tor.assignmentKind);
    expect(suits.sort()).toEqual(['INDIVIDUAL', 'SUBCONTRACT']);
  });

  test('every TOR requires objective, technical route and schedule', () => {
    for (const tor of templates.filter(({ kind }) => kind === 'TOR')) {
      const required = tor.sections.filter((section) => section.required).map(({ key }) => key);
      expect(required, tor.key).toEqual(
        expect.arrayContaining(['OBJECTIVE', 'TECH_ROUTE', 'SCHEDULE']),
      );
    }
  });

  test('Chinese texts are Chinese and English texts are English', () => {
    for (const { where, zh, en } of allTexts(templates)) {
      expect(withoutFields(en).replace(QUOTED, ''), where).not.toMatch(HAN);
      if (zh !== en) expect(zh, where).toMatch(HAN_OR_FIELD);
      if (zh === en) expect(zh, where).toMatch(NUMBER_ONLY);
    }
  });

  test('both languages leave the same blanks and quote the same values of the register', () => {
    for (const { where, zh, en } of allTexts(templates)) {
      expect(countBlanks(en), `${where}: ${zh} / ${en}`).toBe(countBlanks(zh));
      expect(fieldsOf(en), `${where}: ${zh} / ${en}`).toEqual(fieldsOf(zh));
    }
  });

  test('each language quotes the register in itself', () => {
    for (const { where, zh, en } of allTexts(templates)) {
      expect(zh, where).not.toMatch(/\{[^}]*\.en\}/);
      expect(en, where).not.toMatch(/\{[^}]*\.zh\}/);
    }
  });
});

describe('a wrong template is refused by file and place', () => {
  let directory = '';
  afterEach(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  async function refusalOf(files: Record<string, unknown>): Promise<string> {
    directory = await mkdtemp(join(tmpdir(), 'templates-'));
    for (const [path, content] of Object.entries(files)) {
      const file = join(directory, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
    }
    return await readTemplates(directory).then(
      () => 'accepted',
      (fault: unknown) => String(fault),
    );
  }

  test('the sound template that the others are made from is accepted', async () => {
    expect(await refusalOf({ [NOTE_FILE]: note() })).toBe('accepted');
  });

  test('text that is not JSON', async () => {
    expect(await refusalOf({ [NOTE_FILE]: '{"key": ' })).toContain(`${NOTE_FILE}: not JSON`);
  });

  test('a missing language', async () => {
    const template = { ...note(), title: { zh: '议程' } };
    expect(await refusalOf({ [NOTE_FILE]: template })).toContain(`${NOTE_FILE}: title.en: `);
  });

  test('a field that the register does not know', async () => {
    const text = { zh: '金额为{assignment.price}', en: 'The price is {assignment.price}' };
    const template = note({ blocks: [{ type: 'paragraph', text }] });
    expect(await refusalOf({ [NOTE_FILE]: template })).toContain(
      `${NOTE_FILE}: sections.0.blocks.0.text.zh: {assignment.price} is not a field`,
    );
  });

  test('a table row that does not fit its header', async () => {
    const cell = { zh: '序号', en: 'No.' };
    const template = note({ blocks: [{ type: 'table', header: [cell], rows: [[cell, cell]] }] });
    expect(await refusalOf({ [NOTE_FILE]: template })).toContain(
      `${NOTE_FILE}: sections.0.blocks.0.rows: `,
    );
  });

  test('a TOR without technical route', async () => {
    const tor = { ...note(), key: 'tor-short', kind: 'TOR' };
    expect(await refusalOf({ 'terms-of-reference/tor-short.json': tor })).toContain(
      'a TOR needs the required section TECH_ROUTE',
    );
  });

  test('a property that no template has', async () => {
    const template = { ...note(), author: 'somebody' };
    expect(await refusalOf({ [NOTE_FILE]: template })).toContain('author');
  });

  test('a key that two files claim', async () => {
    const files = { [NOTE_FILE]: note(), [`elsewhere/${NOTE_FILE}`]: note() };
    expect(await refusalOf(files)).toContain('"short-agenda" is taken by');
  });

  test('a file in the folder of another kind, and under another name', async () => {
    const refusal = await refusalOf({ 'proposal/other.json': note() });
    expect(refusal).toContain('must be named short-agenda.json');
    expect(refusal).toContain('belongs in the folder meeting-agenda');
  });

  test('a folder without templates', async () => {
    expect(await refusalOf({ 'README.md': 'nothing here' })).toContain('no templates found');
  });
});

const NOTE_FILE = 'meeting-agenda/short-agenda.json';

function note(section: Partial<Template['sections'][number]> = {}): Template {
  return {
    key: 'short-agenda',
    kind: 'MEETING_AGENDA',
    assignmentKind: null,
    name: { zh: '简短议程', en: 'Short agenda' },
    title: { zh: '议程', en: 'Agenda' },
    description: { zh: '供测试使用。', en: 'For tests.' },
    source: 'written for this test',
    numbering: 'decimal',
    sections: [
      {
        key: 'ITEMS',
        level: 1,
        title: { zh: '议题', en: 'Items' },
        required: true,
        thinBelowCharacters: 10,
        guidance: { zh: '逐项列出。', en: 'List them.' },
        blocks: [{ type: 'paragraph', text: { zh: '第一项。', en: 'First item.' } }],
        ...section,
      },
    ],
  };
}

type PlacedText = Bilingual & { where: string };

function allTexts(templates: readonly Template[]): PlacedText[] {
  return templates.flatMap(({ key, name, title, description, sections }) => [
    ...[name, title, description].map((text) => ({ ...text, where: key })),
    ...sections.flatMap((section) =>
      [section.title, section.guidance, ...section.blocks.flatMap(textsOfBlock)].map((text) => ({
        ...text,
        where: `${key} ${section.key}`,
      })),
    ),
  ]);
}

function textsOfBlock(block: TemplateBlock): Bilingual[] {
  switch (block.type) {
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.items;
    case 'table':
      return [...block.header, ...block.rows.flat()];
  }
}

function fieldsOf(text: string): string[] {
  return [...text.matchAll(FIELD)].map(([field]) => field.replace(/\.(zh|en)\}$/, '}')).sort();
}

function withoutFields(text: string): string {
  return text.replace(FIELD, '');
}

const FIELD = /\{[^}]*\}/g;
const QUOTED = /“[^”]*”/g;
const HAN = /\p{Script=Han}/u;
const HAN_OR_FIELD = /\p{Script=Han}|\.zh\}/u;
/** Equal in both languages may only be what has no words. */
const NUMBER_ONLY = /^[\d\s.%-]*$/;
