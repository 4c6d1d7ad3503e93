import { createHeadlessEditor } from '@lexical/headless';
import { $createHeadingNode } from '@lexical/rich-text';
import {
  $copyNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getState,
  $setState,
} from 'lexical';
import type { LexicalNode } from 'lexical';
import { expect, test } from 'vitest';
import {
  blockIdState,
  guidanceState,
  languageState,
  numberingState,
  sectionKeyState,
} from '#app/editor/nodes/block-states.ts';
import { EDITOR_NODES } from '#app/editor/nodes/editor-nodes.ts';
import { openPeer } from '#test/support/headless-peer.ts';
import { $writeRichDocument } from '#test/support/rich-document.ts';

test('the states of a block reach another editor through Yjs and come back from JSON', () => {
  const writer = openPeer();
  writer.edit(() => {
    const heading = $createHeadingNode('h1').append($createTextNode('背景'));
    $setState(heading, blockIdState, 'block-1');
    $setState(heading, numberingState, 'decimal');
    $setState(heading, sectionKeyState, 'BACKGROUND');
    const paragraph = $createParagraphNode();
    $setState(paragraph, languageState, 'en');
    $setState(paragraph, guidanceState, 'yes');
    $getRoot().append(heading, paragraph);
  });
  const reader = openPeer(writer.state());
  expect(reader.json()).toEqual(writer.json());

  const parsed = createHeadlessEditor({ nodes: EDITOR_NODES });
  parsed.setEditorState(parsed.parseEditorState(JSON.stringify(reader.json())));
  parsed.getEditorState().read(() => {
    const [heading, paragraph] = $getRoot().getChildren();
    expect([
      heading && $getState(heading, blockIdState),
      heading && $getState(heading, numberingState),
      heading && $getState(heading, sectionKeyState),
      paragraph && $getState(paragraph, languageState),
      paragraph && $getState(paragraph, guidanceState),
    ]).toEqual(['block-1', 'decimal', 'BACKGROUND', 'en', 'yes']);
  });
});

test('a state that is changed or taken back reaches an editor that has the document open', async () => {
  const writer = openPeer();
  writer.edit(() => {
    $getRoot().append($setState($createParagraphNode(), guidanceState, 'yes'));
  });
  const reader = openPeer(writer.state());
  const $first = () => $getRoot().getFirstChildOrThrow<LexicalNode>();

  writer.edit(() => {
    $setState($first(), guidanceState, 'no');
    $setState($first(), languageState, 'zh');
  });
  await reader.receive(writer.state());
  reader.editor.getEditorState().read(() => {
    expect($getState($first(), guidanceState)).toBe('no');
    expect($getState($first(), languageState)).toBe('zh');
  });
});

test('a copied block is a new clause and no guidance, but keeps its language', () => {
  const peer = openPeer();
  peer.edit(() => {
    const paragraph = $createParagraphNode();
    $setState(paragraph, blockIdState, 'block-1');
    $setState(paragraph, guidanceState, 'yes');
    $setState(paragraph, languageState, 'zh');
    const copy = $copyNode(paragraph);
    expect($getState(copy, blockIdState)).toBeNull();
    expect($getState(copy, guidanceState)).toBe('no');
    expect($getState(copy, languageState)).toBe('zh');
  });
});

test('every node class is made without arguments, as binding and clipboard do', () => {
  const peer = openPeer();
  peer.edit(() => {
    for (const klass of EDITOR_NODES) {
      const node = new klass();
      expect(node.exportJSON()).toMatchObject({ type: klass.getType(), version: 1 });
    }
  });
});

test('one of everything goes through Yjs and through JSON without a difference', () => {
  const writer = openPeer();
  writer.edit($writeRichDocument);
  const reader = openPeer(writer.state());
  expect(reader.json()).toEqual(writer.json());
  const parsed = createHeadlessEditor({ nodes: EDITOR_NODES });
  expect(parsed.parseEditorState(JSON.stringify(writer.json())).toJSON()).toEqual(writer.json());
});
