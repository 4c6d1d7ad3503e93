import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { RoomContent } from '#server/collab/room-content.ts';
import { typist } from '#test/support/room-member.ts';

const NOTHING = Uint8Array.of(0);

test('[R1] what a few stored parts hold is told from their bytes as the document would tell it', () => {
  for (let tail = 0; tail <= 12; tail += 1) {
    const parts = history(tail);
    const asStored = new RoomContent(parts).stateVector();
    const content = new RoomContent(parts);
    const fromDocument = Y.encodeStateVector(content.doc);

    expect(Y.decodeStateVector(asStored)).toEqual(Y.decodeStateVector(fromDocument));
  }
});

test('[R1] who has nothing receives all of it, from few parts and from many', () => {
  for (const tail of [0, 3, 7, 8, 200]) {
    const parts = history(tail);
    const received = new Y.Doc();
    const missing = new RoomContent(parts).missing(NOTHING);
    for (const update of missing) Y.applyUpdate(received, update);
    const whole = new Y.Doc();
    for (const part of parts) Y.applyUpdate(whole, part);

    expect(Y.encodeStateAsUpdate(received)).toEqual(Y.encodeStateAsUpdate(whole));
    expect(missing.length).toBeLessThanOrEqual(8);
  }
});

/** A snapshot of two people's words, and what one of them and a third typed and removed since. */
function history(tail: number): Uint8Array[] {
  const [anna, ben] = [typist(5_000), typist(6_000)];
  anna.type('一');
  Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(anna.doc));
  ben.type('二');
  const snapshot = Y.encodeStateAsUpdate(ben.doc);
  const carl = typist(7_000);
  Y.applyUpdate(carl.doc, snapshot);
  const parts = [snapshot];
  for (let turn = 0; turn < tail; turn += 1) {
    if (turn % 3 === 0) parts.push(anna.type('三'));
    else if (turn % 3 === 1) parts.push(carl.type('四'));
    else parts.push(removal(carl.doc));
  }
  return parts;
}

function removal(doc: Y.Doc): Uint8Array {
  const made: Uint8Array[] = [];
  const note = (update: Uint8Array) => made.push(update);
  doc.on('update', note);
  doc.get('root-v2', Y.XmlElement).delete(0, 1);
  doc.off('update', note);
  const [update] = made;
  if (update === undefined) throw new Error('Nothing was removed.');
  return update;
}
