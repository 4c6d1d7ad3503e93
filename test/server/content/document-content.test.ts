import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { REGISTER_FIELDS } from '#app/domain/documents/template.ts';
import type { RegisterValues } from '#app/domain/documents/template.ts';
import type { DocumentTree } from '#app/domain/documents/document-tree.ts';
import { contentRoot } from '#app/editor/content/y-content.ts';
import { lexicalJsonOf, plainTextOf, treeOf } from '#server/content/document-content.ts';
import { openPeer } from '#test/support/headless-peer.ts';
import { $writeRichDocument } from '#test/support/rich-document.ts';

const VALUES = {
  ...Object.fromEntries(REGISTER_FIELDS.map((field) => [field, ''])),
  'assignment.code': 'PMI-3',
} as RegisterValues;

function richState(): Uint8Array {
  const peer = openPeer();
  peer.edit($writeRichDocument);
  return peer.state();
}

test('plain text has labels, markers, cells and register values, a line per block', () => {
  expect(plainTextOf(treeOf(richState()), VALUES).split('\n')).toEqual([
    '（一）工作目标 Objective',
    '本项目重点支持 [见附件一]',
    'PMI-3\t网站 site，𠮷野。',
    'Quoted words',
    '3. first',
    '  - inner 一',
    '    [x] deep',
    '4. second',
    '表头\tc',
    'tall - in\te\tf',
    'h\ti',
    '图一',
    '',
    'Last words',
  ]);
});

test('guidance is not part of the text', () => {
  const paragraph = { type: 'paragraph', id: null, language: null, alignment: 'start', indent: 0 };
  const words = (text: string) => [{ type: 'text', text, marks: [] }];
  const tree = {
    blocks: [
      { ...paragraph, guidance: true, inlines: words('advice') },
      { ...paragraph, guidance: false, inlines: words('text') },
    ],
  } as DocumentTree;
  expect(plainTextOf(tree, VALUES)).toBe('text');
});

test('one node of an unknown type hides nothing of the document', () => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, richState());
  const stranger = new Y.XmlElement('stranger');
  stranger.insert(0, [new Y.XmlText('strange words')]);
  contentRoot(doc).insert(1, [stranger, new Y.XmlText('loose words')]);
  const state = Y.encodeStateAsUpdate(doc);
  expect(() => openPeer(state)).toThrow(/stranger is not registered/);

  const text = plainTextOf(treeOf(state), VALUES);
  expect(text).toContain('strange words\nloose words\n本项目');
  const json = JSON.stringify(lexicalJsonOf(state));
  for (const words of ['工作目标', 'strange words', 'loose words', 'Last words']) {
    expect(json).toContain(words);
  }
});

test('nesting that would break the editor is still readable', () => {
  const doc = new Y.Doc();
  let inner = contentRoot(doc);
  for (let depth = 0; depth < 1_000; depth += 1) {
    inner.insert(0, [new Y.XmlElement('quote')]);
    inner = inner.get(0) as Y.XmlElement;
  }
  inner.insert(0, [new Y.XmlText('core')]);
  const state = Y.encodeStateAsUpdate(doc);
  expect(plainTextOf(treeOf(state), VALUES)).toBe('core');
  expect(JSON.stringify(lexicalJsonOf(state))).toContain('core');
});

test('reading changes nothing in the stored bytes and an empty document is an empty tree', () => {
  const state = richState();
  const before = state.slice();
  treeOf(state);
  lexicalJsonOf(state);
  expect(state).toEqual(before);
  expect(treeOf(Y.encodeStateAsUpdate(new Y.Doc()))).toEqual({ blocks: [] });
});

test('bytes that are no Yjs update are a fault, not an empty document', () => {
  expect(() => treeOf(new Uint8Array([9, 9, 9, 9]))).toThrow();
});
