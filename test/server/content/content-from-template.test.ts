import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { leafBlocks, leafText } from '#app/domain/documents/document-tree.ts';
import type { DocumentTree, ListItem, Paragraph } from '#app/domain/documents/document-tree.ts';
import type { Template, TemplateBlock } from '#app/domain/documents/template.ts';
import { lexicalToTree } from '#app/editor/content/lexical-to-tree.ts';
import { contentFromTemplate, TEMPLATE_CLIENT_ID } from '#server/content/content-from-template.ts';
import { lexicalJsonOf, treeOf } from '#server/content/document-content.ts';
import { openPeer } from '#test/support/headless-peer.ts';

const both = (zh: string, en: string) => ({ zh, en });

function templateOf(...blocks: TemplateBlock[]): Template {
  return {
    key: 'test',
    kind: 'TOR',
    assignmentKind: null,
    name: both('测试', 'Test'),
    title: both('测试', 'Test'),
    description: both('', ''),
    source: 'test',
    numbering: 'chinese',
    sections: [
      {
        key: 'OBJECTIVE',
        level: 2,
        title: both('目标', 'Objective'),
        required: true,
        thinBelowCharacters: 10,
        guidance: both('写明目标', 'Say what for'),
        blocks,
      },
    ],
  };
}

function counted(): () => string {
  let count = 0;
  return () => `block-${(count += 1)}`;
}

function created(template: Template): DocumentTree {
  return treeOf(contentFromTemplate(template, { newBlockId: counted() }));
}

const textsOf = (tree: DocumentTree) => leafBlocks(tree).map((leaf) => leafText(leaf.inlines));

test('a section opens with its heading, then guidance, then the wording in both languages', () => {
  const tree = created(templateOf({ type: 'paragraph', text: both('本合同', 'This contract') }));
  expect(tree.blocks).toMatchObject([
    { type: 'heading', level: 2, numbering: 'chinese', sectionKey: 'OBJECTIVE', id: 'block-1' },
    { type: 'paragraph', guidance: true, language: 'zh' },
    { type: 'paragraph', guidance: true, language: 'en' },
    { type: 'paragraph', guidance: false, language: 'zh' },
    { type: 'paragraph', guidance: false, language: 'en' },
  ]);
  expect(textsOf(tree)).toEqual([
    '目标 Objective',
    '写明目标',
    'Say what for',
    '本合同',
    'This contract',
  ]);
});

test('a list follows the paragraph that leads to it, in each language', () => {
  const tree = created(
    templateOf(
      { type: 'paragraph', text: both('任务：', 'Tasks:') },
      { type: 'list', kind: 'number', items: [both('甲', 'A'), both('乙', 'B')] },
    ),
  );
  expect(tree.blocks.slice(3).map(({ type }) => type)).toEqual([
    'paragraph',
    'list',
    'paragraph',
    'list',
    'paragraph',
  ]);
  expect(textsOf(tree).slice(3)).toEqual(['任务：', '甲', '乙', 'Tasks:', 'A', 'B', '']);
  expect(itemsOf(tree).map(({ language }) => language)).toEqual(['zh', 'zh', 'en', 'en']);
});

test('a list without lead carries both languages in each item, and lists stay apart', () => {
  const list: TemplateBlock = { type: 'list', kind: 'number', items: [both('甲', 'A')] };
  const tree = created(templateOf(list, list));
  expect(tree.blocks.filter(({ type }) => type === 'list')).toHaveLength(2);
  expect(textsOf(tree).slice(3)).toEqual(['甲\nA', '', '甲\nA', '']);
});

test('a table has bilingual cells, a header row and a paragraph behind it', () => {
  const tree = created(
    templateOf({
      type: 'table',
      header: [both('序号', 'No.'), both('成果', 'Output')],
      rows: [[both('一', 'one'), both('', '')]],
    }),
  );
  expect(tree.blocks.slice(3)).toMatchObject([
    {
      type: 'table',
      rows: [{ cells: [{ header: true }, { header: true }] }, { cells: [{ header: false }, {}] }],
    },
    { type: 'paragraph', inlines: [] },
  ]);
  expect(textsOf(tree).slice(3)).toEqual(['序号\nNo.', '成果\nOutput', '一\none', '', '']);
});

test('a placeholder becomes a field of the register, an unknown one stays words', () => {
  const wording = both('合同{assignment.code}号', '{assignment.code}{no.such}');
  const tree = created(templateOf({ type: 'paragraph', text: wording }));
  expect(tree.blocks.slice(3).map((block) => (block as Paragraph).inlines)).toEqual([
    [
      { type: 'text', text: '合同', marks: [] },
      { type: 'register-field', field: 'assignment.code' },
      { type: 'text', text: '号', marks: [] },
    ],
    [
      { type: 'register-field', field: 'assignment.code' },
      { type: 'text', text: '{no.such}', marks: [] },
    ],
  ]);
});

test('a section without wording leaves a line to write on', () => {
  expect(created(templateOf()).blocks.at(-1)).toMatchObject({ guidance: false, inlines: [] });
});

test('only the wanted language is written', () => {
  const update = contentFromTemplate(
    templateOf({ type: 'list', kind: 'bullet', items: [both('甲', 'A')] }),
    { newBlockId: counted(), languages: ['en'] },
  );
  expect(textsOf(treeOf(update))).toEqual(['Objective', 'Say what for', 'A', '']);
});

test('the content belongs to the reserved client alone', () => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, contentFromTemplate(templateOf(), { newBlockId: counted() }));
  expect([...Y.decodeStateVector(Y.encodeStateVector(doc)).keys()]).toEqual([TEMPLATE_CLIENT_ID]);
});

const folder = new URL('../../../docs-templates/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.json'),
);

test.each(files)('%s opens in every editor with the same content', (file) => {
  const template = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Template;
  const update = contentFromTemplate(template, { newBlockId: counted() });
  expect(update).toEqual(contentFromTemplate(template, { newBlockId: counted() }));
  const shown = openPeer(update).json();
  expect(shown).toEqual(openPeer(update).json());
  expect(shown).toEqual(lexicalJsonOf(update));
  expect(lexicalToTree(shown)).toEqual(treeOf(update));

  const tree = treeOf(update);
  const keys = tree.blocks.flatMap((block) => (block.type === 'heading' ? [block.sectionKey] : []));
  expect(keys).toEqual(template.sections.map((section) => section.key));
  expect(tree.blocks.at(-1)?.type).toBe('paragraph');
  const ids = leafBlocks(tree).map((leaf) => leaf.id);
  expect(ids).not.toContain(null);
  expect(new Set(ids).size).toBe(ids.length);
  expect(JSON.stringify(tree)).not.toMatch(/\{(project|assignment)\./);
});

function itemsOf(tree: DocumentTree): ListItem[] {
  return leafBlocks(tree).filter((leaf): leaf is ListItem => leaf.type === 'list-item');
}
