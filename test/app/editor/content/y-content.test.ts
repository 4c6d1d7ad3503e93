import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { leafBlocks, leafText } from '#app/domain/documents/document-tree.ts';
import { lexicalToTree } from '#app/editor/content/lexical-to-tree.ts';
import { contentRoot, yToTree } from '#app/editor/content/y-content.ts';
import { leafTextsOf } from '#app/editor/content/y-leaves.ts';
import { lexicalJsonOf } from '#server/content/document-content.ts';
import { openPeer } from '#test/support/headless-peer.ts';
import type { HeadlessPeer } from '#test/support/headless-peer.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { $randomEdit } from '#test/support/random-edit.ts';
import { $writeRichDocument } from '#test/support/rich-document.ts';

test('the tree read from Yjs equals the tree of the editor, for one of everything', () => {
  const peer = openPeer();
  peer.edit($writeRichDocument);
  expect(yToTree(peer.doc)).toEqual(lexicalToTree(peer.json()));
  expectSameLeaves(peer.doc);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((n) => 20261100 + n))(
  'after concurrent edits of two people all readings agree (seed %i)',
  async (seed) => {
    const random = seededRandom(seed);
    const first = openPeer(undefined, 11);
    first.edit($writeRichDocument);
    const second = openPeer(first.state(), 22);
    for (let round = 0; round < 15; round += 1) {
      for (const peer of [first, second]) {
        for (let edit = 0; edit < 3; edit += 1) peer.edit(() => $randomEdit(random));
      }
      await exchange(first, second);
      expect(yToTree(first.doc)).toEqual(yToTree(second.doc));
      expect(yToTree(first.doc)).toEqual(lexicalToTree(lexicalJsonOf(first.state())));
      expectSameLeaves(first.doc);
    }
  },
);

test('what a plain Yjs client types into an existing text stands in the tree', () => {
  const peer = openPeer();
  peer.edit($writeRichDocument);
  const plain = new Y.Doc();
  Y.applyUpdate(plain, peer.state());
  const heading = contentRoot(plain).get(0) as Y.XmlElement;
  (heading.get(0) as Y.XmlText).insert(4, '（修订）\n第二行');
  expect(leafTextsOf(plain)[0]).toBe('工作目标（修订）\n第二行 Objective');
  expect(yToTree(plain)).toEqual(lexicalToTree(lexicalJsonOf(Y.encodeStateAsUpdate(plain))));
  expectSameLeaves(plain);
});

test('nodes that nobody knows, in every place, keep their text in both readings', () => {
  const doc = new Y.Doc();
  const root = contentRoot(doc);
  const callout = element('callout', [new Y.XmlText('in a box'), element('paragraph', ['deep'])]);
  const formula = element('formula', []);
  formula.setAttribute('__text', 'E = mc²');
  root.insert(0, [
    new Y.XmlText('loose'),
    element('linebreak', []),
    callout,
    element('paragraph', ['a ', element('spoiler', ['b']), element('linebreak', []), ' c']),
    element('paragraph', [formula]),
  ]);
  const texts = leafTextsOf(doc);
  expect(texts).toEqual(['loose\n', 'in a box', 'deep', 'a b\n c', 'E = mc²']);
  expectSameLeaves(doc);
  const shown = leafBlocks(lexicalToTree(lexicalJsonOf(Y.encodeStateAsUpdate(doc))));
  const shownText = shown.map((leaf) => leafText(leaf.inlines)).join('');
  for (const words of texts) expect(shownText).toContain(words.trim().slice(0, 3));
});

test('a change inside a transaction that is still running is seen', () => {
  const peer = openPeer();
  peer.edit($writeRichDocument);
  const heading = contentRoot(peer.doc).get(0) as Y.XmlElement;
  expect(leafTextsOf(peer.doc)[0]).toBe('工作目标 Objective');
  peer.doc.transact(() => {
    (heading.get(0) as Y.XmlText).delete(0, 5);
    expect(leafTextsOf(peer.doc)[0]).toBe('Objective');
    (heading.get(0) as Y.XmlText).insert(0, 'The ');
  });
  expect(leafTextsOf(peer.doc)[0]).toBe('The Objective');
});

test('an object that another client embedded in a text costs no other character', () => {
  const doc = new Y.Doc();
  const text = new Y.XmlText('before after');
  contentRoot(doc).insert(0, [element('paragraph', [text])]);
  text.insertEmbed(6, { video: 'x' });
  expect(leafTextsOf(doc)).toEqual(['before after']);
  expect(lexicalToTree(lexicalJsonOf(Y.encodeStateAsUpdate(doc)))).toEqual(yToTree(doc));
});

function element(name: string, children: (string | Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(
    0,
    children.map((child) => (typeof child === 'string' ? new Y.XmlText(child) : child)),
  );
  return made;
}

async function exchange(first: HeadlessPeer, second: HeadlessPeer): Promise<void> {
  const [fromFirst, fromSecond] = [first.state(), second.state()];
  await first.receive(fromSecond);
  await second.receive(fromFirst);
  // Taking a change in may itself repair a node; that repair has to arrive too.
  await first.receive(second.state());
  await second.receive(first.state());
}

function expectSameLeaves(doc: Y.Doc): void {
  const fromTree = leafBlocks(yToTree(doc)).map((leaf) => leafText(leaf.inlines));
  expect(leafTextsOf(doc)).toEqual(fromTree);
}
