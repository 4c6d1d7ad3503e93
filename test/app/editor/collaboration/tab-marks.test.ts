import {
  $createParagraphNode,
  $createTabNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isTabNode,
  $isTextNode,
} from 'lexical';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { projectionGap } from '#app/editor/collaboration/projection.ts';
import { contentRoot } from '#app/editor/content/y-content.ts';
import { leafTextsOf } from '#app/editor/content/y-leaves.ts';
import { openPeer, type HeadlessPeer } from '#test/support/headless-peer.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const SEEDS = 200;

const STATES_BEFORE = {
  'when they arrive': (start: Uint8Array) => start,
  'when they arrive with their paragraph': () => undefined,
  'when the document opens': (_start: Uint8Array, broken: Uint8Array) => broken,
};

test.each(Object.entries(STATES_BEFORE))(
  '[C6] words under the mark of a tab are shown %s',
  async (_moment, stateBefore) => {
    const start = openPeer();
    start.edit($writeWithTab);
    const other = new Y.Doc();
    Y.applyUpdate(other, start.state());
    textOf(other).insert(2, '词words', { t: 'tab' });
    const broken = Y.encodeStateAsUpdate(other);

    const peer = openPeer(stateBefore(start.state(), broken));
    await peer.receive(broken);
    expect(peer.editor.read(() => $getRoot().getTextContent())).toBe('a\t词wordsb');
    expect(projectionGap(peer.doc, peer.editor)).toBeNull();
  },
);

test(`[C6] two people at one tab see each other's words, in ${SEEDS} seeds`, async () => {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const random = seededRandom(seed);
    const one = openPeer(undefined, seed % 2 === 0 ? 5 : 15);
    one.edit($writeWithTab);
    const two = openPeer(one.state(), 9);
    for (let round = 0; round < 5; round += 1) {
      for (const peer of [one, two, one, two]) editAtTab(peer, random);
      const [first, second] = [one.state(), two.state()];
      await one.receive(second);
      await two.receive(first);
    }
    for (const peer of [one, two]) {
      const shown = peer.editor.read(() => $getRoot().getTextContent());
      expect(shown.replaceAll('\n', ''), `seed ${seed}`).toBe(leafTextsOf(peer.doc).join(''));
      expect(projectionGap(peer.doc, peer.editor), `seed ${seed}`).toBeNull();
    }
  }
});

function $writeWithTab(): void {
  const words = [$createTextNode('a'), $createTabNode(), $createTextNode('b')];
  $getRoot().append($createParagraphNode().append(...words));
}

function editAtTab(peer: HeadlessPeer, random: () => number): void {
  peer.edit(() => {
    const paragraph = $getRoot().getFirstChild();
    const children = $isElementNode(paragraph) ? paragraph.getChildren() : [];
    const node = children[Math.floor(random() * children.length)];
    if (!$isTextNode(node)) return;
    const kind = Math.floor(random() * 5);
    if (kind < 2 && $isTabNode(node)) node.insertAfter($createTextNode('词'));
    else if (kind < 2) node.spliceText(0, 0, '词');
    else if (kind === 2) node.insertAfter($createTabNode());
    else if (kind === 3 && children.length > 1) node.remove();
    else if (!$isTabNode(node)) node.toggleFormat('bold');
  });
  if (random() < 0.2) peer.history.undo();
}

function textOf(doc: Y.Doc): Y.XmlText {
  const paragraph: unknown = contentRoot(doc).get(0);
  const text: unknown = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error('The document has no text.');
  return text;
}
