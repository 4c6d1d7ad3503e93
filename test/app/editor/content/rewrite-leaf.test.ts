import { describe, expect, it } from 'vitest';
import { $createParagraphNode, $createTextNode, $getRoot } from 'lexical';
import { leafTextsOf, rewriteLeaf } from '#app/editor/content/y-leaves.ts';
import { projectionGap } from '#app/editor/collaboration/projection.ts';
import { openPeer } from '#test/support/headless-peer.ts';
import { $writeRichDocument } from '#test/support/rich-document.ts';
import * as Y from 'yjs';

describe('a block that is rewritten without the editor', () => {
  it('says exactly the new text, in every block of a document with everything in it', async () => {
    const { doc } = rich();
    const texts = leafTextsOf(doc);
    expect(texts.length).toBeGreaterThan(4);
    for (const [leaf, text] of texts.entries()) {
      const wanted = `起${text}止`;
      expect(rewriteLeaf(doc, leaf, wanted)).toBe(true);
      expect(leafTextsOf(doc)[leaf]).toBe(wanted);
    }
    expect(leafTextsOf(doc)).toEqual(texts.map((text) => `起${text}止`));
    await expectOpenEditorToFollow(doc);
  });

  it('keeps footnotes, fields and the formatting around the change', async () => {
    const { doc } = rich();
    const leaf = leafTextsOf(doc).findIndex((text) => text.includes('重点'));
    const before = leafTextsOf(doc)[leaf] ?? '';
    expect(rewriteLeaf(doc, leaf, before.replace('重点', '重中之重'))).toBe(true);
    expect(leafTextsOf(doc)[leaf]).toBe(before.replace('重点', '重中之重'));
    expect(doc.get('root-v2', Y.XmlElement).toString()).toContain('footnote');
    await expectOpenEditorToFollow(doc);
  });

  it('may be empty before and after', async () => {
    const peer = openPeer();
    peer.edit(() => {
      $getRoot().append($createParagraphNode());
      $getRoot().append($createParagraphNode().append($createTextNode('all of it')));
    });
    expect(rewriteLeaf(peer.doc, 0, 'words')).toBe(true);
    expect(rewriteLeaf(peer.doc, 1, '')).toBe(true);
    expect(leafTextsOf(peer.doc)).toEqual(['words', '']);
    await expectOpenEditorToFollow(peer.doc);
  });

  it('is refused for a block that is not there', () => {
    expect(rewriteLeaf(openPeer().doc, 3, 'words')).toBe(false);
  });
});

function rich() {
  const peer = openPeer();
  peer.edit($writeRichDocument);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, peer.state());
  return { doc };
}

/** An editor shows the text as it stands, and has nothing to mend in it. */
async function expectOpenEditorToFollow(doc: Y.Doc): Promise<void> {
  const state = Y.encodeStateAsUpdate(doc);
  const peer = openPeer(state);
  await new Promise((resolve) => setImmediate(resolve));
  expect(projectionGap(peer.doc, peer.editor)).toBeNull();
  expect(Y.encodeStateVector(peer.doc)).toEqual(Y.encodeStateVector(doc));
}
