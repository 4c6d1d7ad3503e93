import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Inbox } from '#app/editor/collaboration/inbox.ts';
import { touchesBlock } from '#app/editor/collaboration/touches-block.ts';
import { contentRoot } from '#app/editor/content/y-content.ts';

describe('an update touches a block', () => {
  it.each<[string, boolean, (root: Y.XmlElement) => void]>([
    ['text typed in it', true, (root) => textOf(root, 0).insert(1, 'x')],
    ['text taken out of it', true, (root) => textOf(root, 0).delete(0, 1)],
    ['a node put into it', true, (root) => blockOf(root, 0).push([new Y.XmlElement('linebreak')])],
    ['the block taken away', true, (root) => root.delete(0, 1)],
    ['text typed in another', false, (root) => textOf(root, 1).insert(1, 'x')],
    ['text taken out of another', false, (root) => textOf(root, 1).delete(0, 2)],
    ['a new block before it', false, (root) => root.insert(0, [paragraph('new')])],
    ['another block taken away', false, (root) => root.delete(1, 1)],
  ])('%s: %s', (_name, expected, edit) => {
    const mine = new Y.Doc();
    contentRoot(mine).insert(0, [paragraph('composed'), paragraph('other')]);
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    const updates: Uint8Array[] = [];
    theirs.on('update', (update) => updates.push(update));
    edit(contentRoot(theirs));
    const block = blockOf(contentRoot(mine), 0);
    expect(updates.some((update) => touchesBlock(mine, update, block))).toBe(expected);
  });
});

describe('the inbox', () => {
  it('keeps what disturbs, and everything after it, in order until it is released', () => {
    const inbox = new Inbox();
    const acted: string[] = [];
    const deliver = (name: string, update: number | null) =>
      inbox.deliver(update === null ? null : Uint8Array.of(update), () => acted.push(name));
    inbox.hold(([first]) => first === 1);
    deliver('elsewhere', 0);
    deliver('here', 1);
    deliver('elsewhere again', 0);
    deliver('saved', null);
    expect(acted).toEqual(['elsewhere']);
    inbox.release();
    expect(acted).toEqual(['elsewhere', 'here', 'elsewhere again', 'saved']);
    deliver('later', 1);
    expect(acted.at(-1)).toBe('later');
  });
});

function paragraph(words: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(words)]);
  return element;
}

function blockOf(root: Y.XmlElement, index: number): Y.XmlElement {
  return root.get(index) as Y.XmlElement;
}

function textOf(root: Y.XmlElement, index: number): Y.XmlText {
  return blockOf(root, index).get(0) as Y.XmlText;
}
