import { $createLinkNode } from '@lexical/link';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTabNode,
  $createTextNode,
  $getRoot,
} from 'lexical';
import type { LexicalNode } from 'lexical';
import { expect, test } from 'vitest';
import { leafBlocks } from '#app/domain/documents/document-tree.ts';
import type { Inline } from '#app/domain/documents/document-tree.ts';
import { contentRoot, yToTree } from '#app/editor/content/y-content.ts';
import {
  leafTextsOf,
  placeOfRange,
  relativeRange,
  replaceRange,
} from '#app/editor/content/y-leaves.ts';
import { $createFootnoteNode } from '#app/editor/nodes/footnote-node.ts';
import { openPeer } from '#test/support/headless-peer.ts';
import { $randomEdit } from '#test/support/random-edit.ts';
import { $writeRichDocument } from '#test/support/rich-document.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const inFirst = (start: number, end: number) => ({
  start: { leaf: 0, offset: start },
  end: { leaf: 0, offset: end },
});
const bold = (words: string) => $createTextNode(words).toggleFormat('bold');

function paragraphOf($children: () => LexicalNode[]) {
  const peer = openPeer();
  peer.edit(() => {
    $getRoot().append($createParagraphNode().append(...$children()));
  });
  return peer;
}

function firstInlines(doc: Parameters<typeof yToTree>[0]): Inline[] {
  return leafBlocks(yToTree(doc))[0]?.inlines ?? [];
}

test('the new words take the formatting of the first old one, the rest keeps its own', () => {
  const peer = paragraphOf(() => [
    $createTextNode('plain '),
    bold('bold'),
    $createTextNode(' end'),
  ]);
  expect(replaceRange(peer.doc, inFirst(8, 12), 'NEW 新')).toBe(true);
  expect(firstInlines(peer.doc)).toEqual([
    { type: 'text', text: 'plain ', marks: [] },
    { type: 'text', text: 'boNEW 新', marks: ['bold'] },
    { type: 'text', text: 'nd', marks: [] },
  ]);
});

test('a range over line break, link and footnote is replaced as one', () => {
  const peer = paragraphOf(() => [
    bold('ab'),
    $createLineBreakNode(),
    $createLinkNode('https://example.org/').append($createTextNode('link')),
    $createTextNode('mid'),
    $createFootnoteNode('note'),
    $createTextNode('end'),
  ]);
  expect(leafTextsOf(peer.doc)[0]).toBe('ab\nlinkmid\uFFFCend');
  expect(replaceRange(peer.doc, inFirst(1, 12), 'X')).toBe(true);
  expect(firstInlines(peer.doc)).toEqual([
    { type: 'text', text: 'aX', marks: ['bold'] },
    { type: 'text', text: 'nd', marks: [] },
  ]);
  expect(contentRoot(peer.doc).toString()).not.toContain('link');
});

test('a range that begins with a line break, a footnote or a tab becomes plain text', () => {
  const peer = paragraphOf(() => [
    bold('a'),
    $createLineBreakNode(),
    $createTextNode('b'),
    $createTabNode(),
    $createTextNode('c'),
  ]);
  expect(replaceRange(peer.doc, inFirst(1, 2), ' - ')).toBe(true);
  expect(replaceRange(peer.doc, inFirst(5, 6), '; ')).toBe(true);
  expect(leafTextsOf(peer.doc)).toEqual(['a - b; c']);
  expect(peer.json()).toEqual(openPeer(peer.state()).json());
  const alone = paragraphOf(() => [$createFootnoteNode('note')]);
  expect(replaceRange(alone.doc, inFirst(0, 1), 'words')).toBe(true);
  expect(leafTextsOf(alone.doc)).toEqual(['words']);
});

test('an empty text deletes, and what becomes empty does not stay behind', () => {
  const peer = paragraphOf(() => [
    $createTextNode('see '),
    $createLinkNode('https://example.org/').append($createTextNode('this')),
    $createTextNode(' now'),
  ]);
  expect(replaceRange(peer.doc, inFirst(4, 8), '')).toBe(true);
  expect(leafTextsOf(peer.doc)).toEqual(['see  now']);
  expect(contentRoot(peer.doc).get(0)).toHaveLength(1);
  expect(replaceRange(peer.doc, inFirst(0, 8), '')).toBe(true);
  expect(leafTextsOf(peer.doc)).toEqual(['']);
});

test('a range over several blocks, an empty one, one outside or half a character is refused', () => {
  const peer = openPeer();
  peer.edit($writeRichDocument);
  const before = peer.state();
  const [start, end] = [
    { leaf: 0, offset: 3 },
    { leaf: 1, offset: 1 },
  ];
  expect(replaceRange(peer.doc, { start, end }, 'x')).toBe(false);
  expect(replaceRange(peer.doc, { start, end: start }, 'x')).toBe(false);
  expect(replaceRange(peer.doc, inFirst(2, 900), 'x')).toBe(false);
  const rare = leafTextsOf(peer.doc)[1]?.indexOf('𠮷') ?? -1;
  expect(rare).toBeGreaterThan(0);
  const half = { start: { leaf: 1, offset: rare + 1 }, end: { leaf: 1, offset: rare + 2 } };
  expect(replaceRange(peer.doc, half, 'x')).toBe(false);
  expect(peer.state()).toEqual(before);
});

test('the anchor of a replaced passage stands on the new words', () => {
  const peer = paragraphOf(() => [$createTextNode('the 𠮷 old words stay')]);
  const range = relativeRange(peer.doc, inFirst(4, 16));
  expect(replaceRange(peer.doc, inFirst(4, 16), 'entirely new')).toBe(true);
  expect(leafTextsOf(peer.doc)).toEqual(['the entirely new stay']);
  expect(range && placeOfRange(peer.doc, range)).toEqual({ found: true, ...inFirst(4, 16) });
});

test('an editor that has the document open shows the replacement and can go on writing', async () => {
  const server = openPeer();
  server.edit($writeRichDocument);
  const reader = openPeer(server.state());
  expect(
    replaceRange(server.doc, { start: { leaf: 1, offset: 2 }, end: { leaf: 1, offset: 9 } }, '新'),
  ).toBe(true);
  await reader.receive(server.state());
  expect(reader.json()).toEqual(openPeer(server.state()).json());
  reader.edit(() => {
    $getRoot().getFirstChildOrThrow().insertAfter($createParagraphNode());
  });
  expect(reader.json()).toEqual(openPeer(reader.state()).json());
});

test.each([1, 2, 3, 4, 5, 6, 7, 8].map((n) => 20261200 + n))(
  'a replacement changes its own leaf only, as told, in any document (seed %i)',
  async (seed) => {
    const random = seededRandom(seed);
    const writer = openPeer(undefined, 3);
    writer.edit($writeRichDocument);
    const reader = openPeer(writer.state(), 4);
    for (let round = 0; round < 25; round += 1) {
      writer.edit(() => $randomEdit(random));
      const expected = leafTextsOf(writer.doc);
      const leaf = Math.floor(random() * expected.length);
      const text = expected[leaf] ?? '';
      const start = Math.floor(random() * text.length);
      const end = Math.min(text.length, start + 1 + Math.floor(random() * 6));
      const newText = random() < 0.2 ? '' : '改 new';
      const place = { start: { leaf, offset: start }, end: { leaf, offset: end } };
      if (replaceRange(writer.doc, place, newText)) {
        expected[leaf] = text.slice(0, start) + newText + text.slice(end);
      }
      expect(leafTextsOf(writer.doc)).toEqual(expected);
      await new Promise((resolve) => setImmediate(resolve));
      await reader.receive(writer.state());
      expect(leafTextsOf(reader.doc)).toEqual(expected);
      expect(writer.json()).toEqual(openPeer(writer.state()).json());
    }
  },
);
