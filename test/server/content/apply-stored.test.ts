import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { RoomContent } from '#server/collab/room-content.ts';
import { docOfUpdates } from '#server/content/state-of-updates.ts';

/** One makes the middle letter bold while another, who has not seen that, removes it. */
function boldWhileRemoved(): Uint8Array[] {
  const first = new Y.Doc();
  const text = new Y.XmlText('abc');
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [text]);
  first.get('root-v2', Y.XmlElement).insert(0, [paragraph]);
  const base = Y.encodeStateAsUpdate(first);
  const second = new Y.Doc();
  Y.applyUpdate(second, base);
  const known = Y.encodeStateVector(first);
  text.format(1, 1, { p: { __format: 1 } });
  const other = second.get('root-v2', Y.XmlElement).get(0) as Y.XmlElement;
  (other.get(0) as Y.XmlText).delete(1, 1);
  return [base, Y.encodeStateAsUpdate(first, known), Y.encodeStateAsUpdate(second, known)];
}

function removed(doc: Y.Doc): number {
  const ranges = [...Y.snapshot(doc).ds.clients.values()].flat();
  return ranges.reduce((sum, { len }) => sum + len, 0);
}

test('[W3] the memory of a room removes nothing that nobody removed', () => {
  const content = new RoomContent([]);
  for (const update of boldWhileRemoved()) content.apply(update);

  expect(removed(content.doc)).toBe(1);
});

test('[H1] a replay removes nothing that nobody removed', () => {
  const doc = docOfUpdates(boldWhileRemoved());

  expect(removed(doc)).toBe(1);
});

test('Yjs alone would, which is why there is a way around it', () => {
  const doc = new Y.Doc();
  for (const update of boldWhileRemoved()) Y.applyUpdate(doc, update);

  expect(removed(doc)).toBeGreaterThan(1);
});
