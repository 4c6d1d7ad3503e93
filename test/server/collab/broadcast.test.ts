import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Broadcast } from '#server/collab/broadcast.ts';
import { Presence } from '#server/collab/presence.ts';
import { roomMember } from '#test/support/room-member.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

/** Some of them type on, some write elsewhere, remove and begin paragraphs. */
const AUTHORS = [5_000, 7_000, 6_000, 9_000];

test.each(Array.from({ length: 15 }, (_, seed) => seed))(
  '[W10] what a reader is told of a round says all of it and nothing else (seed %i)',
  (seed) => {
    const random = seededRandom(seed);
    const log = written();
    const reader = roomMember('read');
    const present = new Set([reader.member]);
    const broadcast = new Broadcast(present, new Presence(present));
    const authors = AUTHORS.map((id) => author(id, log));
    const copy = copyOf(log);

    for (let round = 0; round < 20; round += 1) {
      for (let edits = Math.floor(random() * 12); edits >= 0; edits -= 1) {
        for (const update of authors[Math.floor(random() * authors.length)]?.write(random) ?? []) {
          Y.applyUpdate(log, update);
          broadcast.add(update, null);
        }
      }
      const before = reader.heard('update').length;
      broadcast.send();
      for (const told of reader.heard('update').slice(before)) Y.applyUpdate(copy, told);
      expect(copy.store.pendingStructs).toBeNull();
      expect(Y.encodeStateAsUpdate(copy)).toEqual(Y.encodeStateAsUpdate(log));
      if (random() < 0.3) for (const one of authors) one.hear(Y.encodeStateAsUpdate(log));
    }
  },
);

function author(id: number, start: Y.Doc) {
  const doc = copyOf(start);
  doc.clientID = id;
  let made: Uint8Array[] = [];
  let at = 0;
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== HEARD) made.push(update);
  });
  return {
    hear: (update: Uint8Array) => Y.applyUpdate(doc, update, HEARD),
    write: (random: () => number): Uint8Array[] => {
      made = [];
      const root = doc.get('root-v2', Y.XmlElement);
      const text = textOf(root);
      const chance = random();
      if (chance < 0.1) {
        const paragraph = new Y.XmlElement('paragraph');
        paragraph.insert(0, [new Y.XmlText('新段落')]);
        root.push([paragraph]);
      } else if (chance < 0.2 && text.length > 3) {
        text.delete(Math.floor(random() * (text.length - 2)), 2);
      } else {
        if (chance < 0.3 || at > text.length) at = Math.floor(random() * (text.length + 1));
        text.insert(at, 'ab');
        at += 2;
      }
      return made;
    },
  };
}

const HEARD = 'heard';

function written(): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('第一行')]);
  doc.get('root-v2', Y.XmlElement).push([paragraph]);
  return doc;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function textOf(root: Y.XmlElement): Y.XmlText {
  const [paragraph] = root.toArray();
  const text = paragraph instanceof Y.XmlElement ? paragraph.toArray()[0] : null;
  if (!(text instanceof Y.XmlText)) throw new Error('The paragraph has no text.');
  return text;
}
