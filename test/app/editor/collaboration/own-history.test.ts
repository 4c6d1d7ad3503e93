import { expect, test } from 'vitest';
import { $createParagraphNode, $createTextNode, $getRoot, $isParagraphNode } from 'lexical';
import { openOwnHistory } from '#app/editor/collaboration/own-history.ts';
import { contentRoot } from '#app/editor/content/y-content.ts';
import { openPeer, type HeadlessPeer } from '#test/support/headless-peer.ts';

test('undo takes back what the author wrote and what the author began', () => {
  const author = openPeer();
  author.edit(() => $write('before'));
  const history = openOwnHistory(contentRoot(author.doc), author.binding);
  author.edit(() => $write('mine'));

  history.undo();
  expect(textsOf(author)).toEqual(['before']);
  history.redo();
  expect(textsOf(author)).toEqual(['before', 'mine']);
});

test('words of another author in a paragraph outlive its undo', async () => {
  const author = openPeer();
  const history = openOwnHistory(contentRoot(author.doc), author.binding);
  author.edit(() => $write('mine'));
  const other = openPeer(author.state());
  other.edit(() => {
    const paragraph = $getRoot().getFirstChild();
    if ($isParagraphNode(paragraph)) paragraph.append($createTextNode(' theirs'));
  });
  await author.receive(other.state());
  expect(textsOf(author)).toEqual(['mine theirs']);

  history.undo();
  expect(textsOf(author)).toEqual([' theirs']);
  await other.receive(author.state());
  expect(textsOf(other)).toEqual([' theirs']);
  history.redo();
  expect(textsOf(author)).toEqual(['mine theirs']);
});

function $write(words: string): void {
  $getRoot().append($createParagraphNode().append($createTextNode(words)));
}

function textsOf(peer: HeadlessPeer): string[] {
  return peer.editor.read(() =>
    $getRoot()
      .getChildren()
      .map((block) => block.getTextContent()),
  );
}
