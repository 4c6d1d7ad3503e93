import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isTextNode,
} from 'lexical';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { leafTextsOf } from '#app/editor/content/y-leaves.ts';
import { openPeer } from '#test/support/headless-peer.ts';

test.each([
  {
    what: 'a sign before one with the same first half',
    before: '👎',
    at: 0,
    remove: 0,
    insert: '👍',
    after: '👍👎',
  },
  {
    what: 'a sign behind one with the same first half',
    before: '👎',
    at: 2,
    remove: 0,
    insert: '👍',
    after: '👎👍',
  },
  {
    what: 'a sign between two others',
    before: '👎👍',
    at: 2,
    remove: 0,
    insert: '👌',
    after: '👎👌👍',
  },
  {
    what: 'a rare character before another of its plane',
    before: '𠮷',
    at: 0,
    remove: 0,
    insert: '𠮶',
    after: '𠮶𠮷',
  },
  {
    what: 'a rare character before one of another plane',
    before: '𠮷野',
    at: 0,
    remove: 0,
    insert: '👍𠀁',
    after: '👍𠀁𠮷野',
  },
  {
    what: 'one of two regional signs removed',
    before: '🇨🇳',
    at: 0,
    remove: 2,
    insert: '',
    after: '🇳',
  },
  {
    what: 'a sign replaced by its neighbour',
    before: '价👍值',
    at: 1,
    remove: 2,
    insert: '👎',
    after: '价👎值',
  },
  { what: 'a family made smaller', before: '👩‍👩‍👧', at: 0, remove: 3, insert: '', after: '👩‍👧' },
])('$what is stored whole', ({ before, at, remove, insert, after }) => {
  const peer = openPeer();
  peer.edit(() => {
    $getRoot().append($createParagraphNode().append($createTextNode(before)));
  });
  peer.edit(() => {
    const paragraph = $getRoot().getFirstChild();
    const text = $isElementNode(paragraph) ? paragraph.getFirstChild() : null;
    if ($isTextNode(text)) text.spliceText(at, remove, insert);
  });
  const stored = new Y.Doc();
  Y.applyUpdate(stored, peer.state());
  expect(leafTextsOf(stored)).toEqual([after]);
  expect(leafTextsOf(peer.doc)).toEqual([after]);
});

test('what is taken back after such a change is whole as well', () => {
  const peer = openPeer();
  peer.edit(() => {
    $getRoot().append($createParagraphNode().append($createTextNode('👎好')));
  });
  peer.history.stopCapturing();
  peer.edit(() => {
    const paragraph = $getRoot().getFirstChild();
    const text = $isElementNode(paragraph) ? paragraph.getFirstChild() : null;
    if ($isTextNode(text)) text.spliceText(0, 0, '👍');
  });
  peer.history.undo();
  expect(storedTexts(peer.state())).toEqual(['👎好']);
  peer.history.redo();
  expect(storedTexts(peer.state())).toEqual(['👍👎好']);
});

function storedTexts(state: Uint8Array): string[] {
  const stored = new Y.Doc();
  Y.applyUpdate(stored, state);
  return leafTextsOf(stored);
}
