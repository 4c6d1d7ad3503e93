import { expect, test } from 'vitest';
import { leafBlocks, leafText } from '#app/domain/documents/document-tree.ts';
import type { DocumentTree, Inline } from '#app/domain/documents/document-tree.ts';
import { lexicalToTree } from '#app/editor/content/lexical-to-tree.ts';
import { EDITOR_NODES } from '#app/editor/nodes/editor-nodes.ts';
import { openPeer } from '#test/support/headless-peer.ts';
import { $writeRichDocument } from '#test/support/rich-document.ts';

const text = (words: string, format = 0) => ({ type: 'text', text: words, format, version: 1 });
const paragraph = (...children: object[]) => ({ type: 'paragraph', children, version: 1 });
const treeOfBlocks = (...children: object[]) => lexicalToTree({ root: { type: 'root', children } });
const texts = (tree: DocumentTree) => leafBlocks(tree).map((leaf) => leafText(leaf.inlines));

test('one of everything becomes the tree that readers and exporters know', () => {
  const peer = openPeer();
  peer.edit($writeRichDocument);
  const tree = lexicalToTree(peer.json());
  expect(tree.blocks).toMatchObject([
    { type: 'heading', id: 'block-heading', level: 2, numbering: 'chinese', sectionKey: null },
    { type: 'paragraph', language: 'zh', alignment: 'start', guidance: false },
    { type: 'quote' },
    { type: 'list', kind: 'number', items: [{ nested: [{ kind: 'bullet' }] }, { nested: [] }] },
    { type: 'table' },
    { type: 'image' },
    { type: 'page-break' },
    { type: 'paragraph', inlines: [] },
    { type: 'paragraph', alignment: 'center', indent: 2 },
  ]);
  expect(leafBlocks(tree)[1]?.inlines.slice(0, 3)).toEqual([
    { type: 'text', text: '本项目', marks: [] },
    { type: 'text', text: '重点', marks: ['bold'] },
    { type: 'text', text: '支持', marks: [] },
  ]);
  expect(texts(tree)).toEqual([
    '工作目标 Objective',
    '本项目重点支持\uFFFC\n\uFFFC\t网站 site，𠮷野。',
    'Quoted words',
    'first',
    'inner 一',
    'deep',
    'second',
    '表头',
    'c',
    'tall',
    'in',
    'e',
    'f',
    'h',
    'i',
    '',
    'Last words',
  ]);
});

/** What a node of each type in THE list must leave in the tree. A new node needs a new line. */
const TRACES: Record<string, RegExp> = {
  heading: /"type":"heading".*"level":2/,
  quote: /"type":"quote"/,
  list: /"type":"list","kind":"number","start":3/,
  listitem: /"type":"list-item"/,
  table: /"type":"table","id":null,"columnWidths":\[100,200,300\]/,
  tablerow: /"rows":\[\{"cells":\[/,
  tablecell: /"header":true,"colSpan":2,"rowSpan":1/,
  link: /"type":"link","href":"https:/,
  footnote: /"type":"footnote","text":"见附件一"/,
  'register-field': /"type":"register-field","field":"assignment.code"/,
  image:
    /"type":"image","id":null,"attachmentId":"attachment-1","alternativeText":"图一","width":320/,
  'page-break': /"type":"page-break"/,
};

test.each(EDITOR_NODES.map((klass) => klass.getType()))('a %s has its case in the tree', (type) => {
  const peer = openPeer();
  peer.edit($writeRichDocument);
  const trace = TRACES[type];
  expect(trace).toBeDefined();
  expect(JSON.stringify(lexicalToTree(peer.json()))).toMatch(trace ?? /never/);
});

test('a block of an unknown type keeps its text as paragraphs', () => {
  const tree = treeOfBlocks(
    { type: 'callout', children: [text('loose '), text('words'), paragraph(text('inside'))] },
    { type: 'equation', text: 'E = mc²' },
    { type: 'divider' },
  );
  expect(tree.blocks.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'paragraph']);
  expect(texts(tree)).toEqual(['loose words', 'inside', 'E = mc²']);
});

test('an inline of an unknown type keeps its text in its place', () => {
  const mention = { type: 'mention', text: '@Wang' };
  const spoiler = { type: 'spoiler', children: [text('secret', 1)] };
  const tree = treeOfBlocks(paragraph(text('ask '), mention, spoiler, text('.')));
  expect(texts(tree)).toEqual(['ask @Wangsecret.']);
});

test.each([
  ['javascript:alert(1)'],
  ['java\nscript:alert(1)'],
  ['data:text/html,x'],
  ['/etc/passwd'],
  ['file:///etc/passwd'],
  [''],
  [7],
])('a link to %j is plain text', (url) => {
  const tree = treeOfBlocks(paragraph({ type: 'link', url, children: [text('words')] }));
  expect(inlinesOf(tree)).toEqual([{ type: 'text', text: 'words', marks: [] }]);
});

test.each([['http://example.org/a'], ['https://example.org/路径?x=1'], ['mailto:a@example.org']])(
  'a link to %s stays a link',
  (url) => {
    const tree = treeOfBlocks(paragraph({ type: 'link', url, children: [text('words')] }));
    expect(inlinesOf(tree)).toMatchObject([{ type: 'link', href: url }]);
  },
);

test('text that stands directly in the root, in a table or in a cell is not lost', () => {
  const tree = treeOfBlocks(text('loose'), paragraph(text('a')), {
    type: 'table',
    children: [
      text('in table'),
      { type: 'tablerow', children: [{ type: 'tablecell', children: [text('in cell')] }] },
    ],
  });
  expect(texts(tree)).toEqual(['loose', 'a', 'in table', 'in cell']);
});

test('a block inside a text block stands on its own and does not double the identity', () => {
  const table = { type: 'table', children: [] };
  const tree = treeOfBlocks({
    ...paragraph(text('before'), table, text('after')),
    $: { blockId: 'block-1' },
  });
  expect(tree.blocks).toMatchObject([
    { type: 'paragraph', id: 'block-1' },
    { type: 'table' },
    { type: 'paragraph', id: null },
  ]);
});

test('a nested list without item before it gets an empty one', () => {
  const inner = { type: 'list', listType: 'bullet', children: [item(text('inner'))] };
  const tree = treeOfBlocks({ type: 'list', listType: 'number', children: [item(inner)] });
  expect(texts(tree)).toEqual(['', 'inner']);
});

test('nesting beyond all measure neither fails nor loses text', () => {
  let nested: object = text('core');
  for (let depth = 0; depth < 3_000; depth += 1) nested = { type: 'quote', children: [nested] };
  let list: object = { type: 'list', children: [item(text('leaf'))] };
  for (let depth = 0; depth < 1_000; depth += 1) list = { type: 'list', children: [item(list)] };
  expect(texts(treeOfBlocks(nested, list)).join('')).toBe('coreleaf');
});

test('properties of the wrong type fall back to the defaults', () => {
  const tree = treeOfBlocks(
    { type: 'heading', tag: {}, children: [], $: { numbering: 'roman', blockId: 3 } },
    { type: 'paragraph', format: 9, indent: -4, children: 'none', $: 'x' },
    { type: 'image', attachmentId: 4, width: '12', alternativeText: null },
    { type: 'table', colWidths: ['a'], children: [{ type: 'tablerow', children: [cell(-3)] }] },
  );
  expect(tree.blocks).toMatchObject([
    { type: 'heading', level: 1, numbering: 'none', id: null },
    { type: 'paragraph', alignment: 'start', indent: 0 },
    { type: 'image', attachmentId: '', width: null, alternativeText: '' },
    { type: 'table', columnWidths: null, rows: [{ cells: [{ colSpan: 1, rowSpan: 1 }] }] },
  ]);
});

function item(...children: object[]) {
  return { type: 'listitem', children };
}

function cell(colSpan: number) {
  return { type: 'tablecell', colSpan, rowSpan: 'x', children: [] };
}

function inlinesOf(tree: DocumentTree): Inline[] {
  return leafBlocks(tree).flatMap((leaf) => leaf.inlines);
}
