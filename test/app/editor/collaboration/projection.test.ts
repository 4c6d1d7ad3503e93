import { describe, expect, it } from 'vitest';
import { $createParagraphNode, $createTextNode, $getRoot, COLLABORATION_TAG } from 'lexical';
import * as Y from 'yjs';
import {
  bringsForeignContent,
  holdsForeignContent,
} from '#app/editor/collaboration/foreign-content.ts';
import { projectionGap } from '#app/editor/collaboration/projection.ts';
import { contentRoot } from '#app/editor/content/y-content.ts';
import { openPeer } from '#test/support/headless-peer.ts';
import { $writeRichDocument } from '#test/support/rich-document.ts';

const $add = (words: string) => () => {
  $getRoot().append($createParagraphNode().append($createTextNode(words)));
};

describe('the projection check', () => {
  it('finds no gap in a document with everything that the editor knows', () => {
    const peer = richPeer();
    expect(projectionGap(peer.doc, peer.editor)).toBeNull();
  });

  it('finds an edit that is shown and in no document, and the words of it', () => {
    const peer = openPeer();
    peer.edit($add('shared'));
    // Lexical keeps what carries this tag out of the document.
    peer.editor.update($add('only shown'), { discrete: true, tag: COLLABORATION_TAG });
    expect(projectionGap(peer.doc, peer.editor)).toEqual({ onlyShown: ['only shown'] });
    peer.heal();
    expect(projectionGap(peer.doc, peer.editor)).toBeNull();
    expect(JSON.stringify(peer.json())).not.toContain('only shown');
  });

  it('finds text that the document has and the screen has not', () => {
    const peer = openPeer();
    peer.edit($add('shared'));
    peer.editor.update(() => $getRoot().clear(), { discrete: true, tag: COLLABORATION_TAG });
    expect(projectionGap(peer.doc, peer.editor)).toEqual({ onlyShown: [] });
  });
});

describe('an edit in the same tick as one of somebody else', () => {
  it('is in the document when what is pending is finished first', async () => {
    const one = openPeer();
    one.edit($add('start'));
    const two = openPeer(one.state());
    one.edit($add('theirs'));
    two.editor.update($add('mine'));
    two.editor.update(() => undefined, { discrete: true });
    await two.receive(one.state());
    const { doc, editor } = two;
    expect(projectionGap(doc, editor)).toBeNull();
    expect(contentRoot(doc).toString()).toContain('mine');
    expect(contentRoot(doc).toString()).toContain('theirs');
  });
});

describe('content that this editor does not know', () => {
  it('[C6] is not found in a document of its own making', () => {
    const { doc, state } = richPeer();
    expect(holdsForeignContent(doc)).toBe(false);
    expect(foreignOnArrival(new Y.Doc(), state())).toBe(false);
  });

  it.each([
    [
      'a node of an unknown type',
      (root: Y.XmlElement) => root.insert(0, [new Y.XmlElement('poll')]),
    ],
    ['text beside the blocks', (root: Y.XmlElement) => root.insert(0, [new Y.XmlText('loose')])],
    [
      'something embedded in a text',
      (root: Y.XmlElement) => {
        const text = new Y.XmlText();
        const paragraph = new Y.XmlElement('paragraph');
        paragraph.insert(0, [text]);
        root.insert(0, [paragraph]);
        text.insertEmbed(0, { picture: 1 });
      },
    ],
    [
      'a run of text of an unknown type',
      (root: Y.XmlElement) => {
        const paragraph = new Y.XmlElement('paragraph');
        const text = new Y.XmlText();
        paragraph.insert(0, [text]);
        root.insert(0, [paragraph]);
        text.insert(0, 'mentioned', { t: 'mention' });
      },
    ],
  ])('[C6] is found, there already or arriving: %s', (_name, write) => {
    const peer = richPeer();
    const other = new Y.Doc();
    Y.applyUpdate(other, peer.state());
    write(contentRoot(other));
    expect(holdsForeignContent(other)).toBe(true);
    expect(foreignOnArrival(peer.doc, Y.encodeStateAsUpdate(other))).toBe(true);
  });
});

/** What is known before the editor is told of the update. */
function foreignOnArrival(doc: Y.Doc, update: Uint8Array): boolean {
  const found: boolean[] = [];
  const held = new Y.Doc();
  Y.applyUpdate(held, Y.encodeStateAsUpdate(doc));
  held.on(
    'beforeObserverCalls',
    (transaction) => void found.push(bringsForeignContent(transaction)),
  );
  Y.applyUpdate(held, update);
  return found.includes(true);
}

function richPeer() {
  const peer = openPeer();
  peer.edit($writeRichDocument);
  return peer;
}
