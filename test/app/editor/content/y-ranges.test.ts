import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isTextNode,
} from 'lexical';
import type { ElementNode, LexicalNode, TextNode } from 'lexical';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { leafTextsOf, placeOfRange, relativeRange } from '#app/editor/content/y-leaves.ts';
import { $createFootnoteNode } from '#app/editor/nodes/footnote-node.ts';
import { openPeer } from '#test/support/headless-peer.ts';
import { $writeRichDocument } from '#test/support/rich-document.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const $paragraph = () => $getRoot().getFirstChildOrThrow<ElementNode>();
const $text = () => $paragraph().getFirstChildOrThrow<TextNode>();

/** Marks `world`, lets another person edit, and says what is marked in a freshly opened copy. */
function markedAfter($edit: () => void): string | null {
  const reader = openPeer();
  reader.edit(() => {
    $getRoot().append(
      $createParagraphNode().append($createTextNode('hello world and more')),
      $createParagraphNode().append($createTextNode('second')),
    );
  });
  const range = relativeRange(reader.doc, {
    start: { leaf: 0, offset: 6 },
    end: { leaf: 0, offset: 11 },
  });
  if (range === null) throw new Error('The words were not found');
  const writer = openPeer(reader.state());
  writer.edit($edit);
  const later = openPeer(writer.state());
  return textIn(later.doc, range);
}

function textIn(doc: Y.Doc, range: { start: Uint8Array; end: Uint8Array }): string | null {
  const place = placeOfRange(doc, range);
  if (!place.found) return null;
  const { start, end } = place;
  const texts = leafTextsOf(doc).slice(start.leaf, end.leaf + 1);
  const last = texts.length - 1;
  return texts
    .map((text, index) =>
      text.slice(index === 0 ? start.offset : 0, index === last ? end.offset : undefined),
    )
    .join('\n');
}

test.each<[string, () => void, string | null]>([
  ['text before the passage', () => $text().spliceText(0, 0, '新的 '), 'world'],
  ['text inside the passage', () => $text().spliceText(8, 0, '中'), 'wo中rld'],
  ['text typed at its start stays outside', () => $text().spliceText(6, 0, 'S'), 'world'],
  ['text typed at its end stays outside', () => $text().spliceText(11, 0, 'E'), 'world'],
  ['half of it made bold', () => $text().splitText(8, 14)[1]?.toggleFormat('bold'), 'world'],
  ['its first half deleted', () => $text().spliceText(6, 3, ''), 'ld'],
  ['all of it deleted', () => $text().spliceText(6, 5, ''), null],
  [
    'a paragraph before',
    () => $paragraph().insertBefore($createParagraphNode().append($createTextNode('前'))),
    'world',
  ],
  ['its paragraph deleted', () => $paragraph().remove(), null],
])('an anchor follows: %s', (_name, $edit, expected) => {
  expect(markedAfter($edit)).toBe(expected);
});

test('an anchor spans leaves, a line break and a footnote', () => {
  const peer = openPeer();
  peer.edit(() => {
    $getRoot().append(
      $createParagraphNode().append(
        $createTextNode('one'),
        $createLineBreakNode(),
        $createFootnoteNode('n'),
      ),
      $createParagraphNode(),
      $createParagraphNode().append($createFootnoteNode('m'), $createTextNode('two')),
    );
  });
  const place = { start: { leaf: 0, offset: 3 }, end: { leaf: 2, offset: 1 } };
  const range = relativeRange(peer.doc, place);
  expect(range && placeOfRange(peer.doc, range)).toEqual({ found: true, ...place });
  peer.edit(() => {
    $text().spliceText(0, 0, '>>');
  });
  expect(range && placeOfRange(peer.doc, range)).toMatchObject({ start: { leaf: 0, offset: 5 } });
});

test('a place that holds no character or lies outside names nothing', () => {
  const peer = openPeer();
  peer.edit($writeRichDocument);
  const at = (leaf: number, offset: number) => ({ leaf, offset });
  expect(relativeRange(peer.doc, { start: at(0, 2), end: at(0, 2) })).toBeNull();
  expect(relativeRange(peer.doc, { start: at(0, 3), end: at(0, 2) })).toBeNull();
  expect(relativeRange(peer.doc, { start: at(0, 0), end: at(0, 500) })).toBeNull();
  expect(relativeRange(peer.doc, { start: at(99, 0), end: at(99, 1) })).toBeNull();
  expect(relativeRange(peer.doc, { start: at(15, 0), end: at(15, 0) })).toBeNull();
});

test('bytes that are no position, or one of another document, are not found', () => {
  const peer = openPeer();
  peer.edit($writeRichDocument);
  const rubbish = { start: new Uint8Array([250, 1, 2]), end: new Uint8Array() };
  expect(placeOfRange(peer.doc, rubbish)).toEqual({ found: false });
  const other = openPeer();
  other.edit($writeRichDocument);
  const foreign = relativeRange(other.doc, {
    start: { leaf: 0, offset: 0 },
    end: { leaf: 0, offset: 2 },
  });
  expect(foreign && placeOfRange(peer.doc, foreign)).toEqual({ found: false });
});

test('every character of a rich document can be marked and is found again', () => {
  const peer = openPeer();
  peer.edit($writeRichDocument);
  for (const [leaf, text] of leafTextsOf(peer.doc).entries()) {
    for (let start = 0; start < text.length; start += 1) {
      for (let end = start + 1; end <= text.length; end += 1) {
        const place = { start: { leaf, offset: start }, end: { leaf, offset: end } };
        const range = relativeRange(peer.doc, place);
        expect(range && placeOfRange(peer.doc, range)).toEqual({ found: true, ...place });
      }
    }
  }
});

test.each([7, 8, 9].map((n) => 20261120 + n))(
  'typing and formatting elsewhere never moves an anchor off its words (seed %i)',
  (seed) => {
    const random = seededRandom(seed);
    const peer = openPeer(undefined, 5);
    peer.edit(() => {
      $getRoot().append($createParagraphNode().append($createTextNode('start ANCHOR end')));
    });
    const range = relativeRange(peer.doc, {
      start: { leaf: 0, offset: 6 },
      end: { leaf: 0, offset: 12 },
    });
    for (let step = 0; step < 60; step += 1) {
      peer.edit(() => $typeOutside('ANCHOR', random));
      if (step % 5 === 0) peer.edit(() => $appendParagraphAndEdit(random));
      expect(range && textIn(peer.doc, range)).toBe('ANCHOR');
    }
  },
);

function $typeOutside(words: string, random: () => number): void {
  for (const node of $paragraph().getChildren().filter($isTextNode)) {
    const found = node.getTextContent().indexOf(words);
    const offset = Math.floor(random() * (node.getTextContentSize() + 1));
    if (found === -1 || offset <= found || offset >= found + words.length) {
      node.spliceText(offset, 0, random() < 0.5 ? '字' : 'ab ');
    }
  }
}

/** Other blocks change as they like; the marked paragraph is put aside meanwhile. */
function $appendParagraphAndEdit(random: () => number): void {
  const before = $paragraph().getTextContent();
  const last = $createParagraphNode().append($createTextNode('other text'));
  $getRoot().append(last);
  const others = $getRoot().getChildren().slice(1);
  for (const other of others) $editText(other, random);
  expect($paragraph().getTextContent()).toBe(before);
}

function $editText(node: LexicalNode, random: () => number): void {
  if (!$isElementNode(node)) return;
  for (const text of node.getChildren().filter($isTextNode)) {
    text.spliceText(Math.floor(random() * text.getTextContentSize()), 1, '改');
  }
}
