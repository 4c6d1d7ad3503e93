import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { goesOnIn, readTypedOn, TypedRuns } from '#server/collab/gate/typed-on.ts';
import { screenUpdate } from '#server/collab/gate/screen-update.ts';
import { RoomContent } from '#server/collab/room-content.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const ALICE = 5_000;
const BOB = 6_000;

describe('[G1] typing on', () => {
  test('is recognised at the end of a text and in the middle of one', () => {
    const alice = author(ALICE, written());
    alice.insert(3, '一');

    const atEnd = alice.insert(4, 'b');
    expect(readTypedOn(atEnd)).toMatchObject({ client: ALICE, clock: 1, end: 2, right: null });

    alice.insert(1, 'x');
    const between = alice.insert(2, '中文');
    expect(readTypedOn(between)).toMatchObject({ clock: 3, end: 5, right: { client: 1 } });
  });

  test('is nothing else that an editor sends', () => {
    const alice = author(ALICE, written());
    const others = [alice.insert(0, 'at the start'), alice.insert(2, 'elsewhere'), alice.remove(1)];
    const typed = alice.insert(alice.text.length, 'x');

    for (const update of [...others, typed]) expect(readTypedOn(update)).toBeNull();
  });

  test.each([0, 1, 2, 5, 9, 11])(
    'is not recognised when it is cut off after %i bytes',
    (length) => {
      expect(readTypedOn(typing().subarray(0, length))).toBeNull();
    },
  );

  test('is not recognised with anything behind it, or with bytes that are no text', () => {
    const typed = typing();
    const letter = typed.indexOf('b'.charCodeAt(0));

    expect(readTypedOn(Uint8Array.from([...typed, 0]))).toBeNull();
    expect(readTypedOn(typed.map((byte, at) => (at === letter ? 0xff : byte)))).toBeNull();
  });

  test('goes on only where the document has the last words of its author', () => {
    const alice = author(ALICE, written());
    alice.insert(3, 'a');
    const before = docOf(alice.state());
    const typed = readTypedOn(alice.insert(4, 'b'));
    if (typed === null) throw new Error('Typing was not recognised.');

    expect(goesOnIn(before, typed)).toBe(true);
    expect(goesOnIn(docOf(alice.state()), typed)).toBe(false);
    expect(goesOnIn(docOf(written()), typed)).toBe(false);
    expect(goesOnIn(before, { ...typed, right: { client: 1, clock: 0 } })).toBe(false);
    textOf(before).delete(3, 1);
    expect(goesOnIn(before, typed)).toBe(false);
  });
});

test.each(Array.from({ length: 30 }, (_, seed) => seed))(
  '[G1] [G8] what typists of seed %i send ends in the same document as without the short way',
  (seed) => {
    const random = seededRandom(seed);
    const start = written();
    const content = new RoomContent([start]);
    const plain = docOf(start);
    expect(textOf(content.doc).toString()).toBe('abc');
    const authors = [author(ALICE, start), author(BOB, start)];
    let short = 0;
    const batch: Uint8Array[] = [];
    for (let step = 0; step < 200; step += 1) {
      const one = authors[Math.floor(random() * 2)];
      if (one === undefined) continue;
      for (const update of one.busy(random)) {
        batch.push(update);
        Y.applyUpdate(plain, update);
        if (content.takeTyped(update, one.id)) short += 1;
        else {
          screenUpdate(update, content.doc, (clientId) => clientId === one.id);
          content.apply(update);
        }
      }
      if (random() < 0.2) {
        for (const update of batch.splice(0)) authors.forEach((each) => each.hear(update));
      }
    }

    expect(short).toBeGreaterThan(80);
    expect(Buffer.from(content.state())).toEqual(Buffer.from(Y.encodeStateAsUpdate(plain)));
    expect(content.hasPending()).toBe(false);
  },
);

test('[G1] runs of several people become one update that says the same', () => {
  const [alice, bob] = [author(ALICE, written()), author(BOB, written())];
  const first = [alice.insert(3, 'a'), bob.insert(0, 'b')];
  const updates = Array.from({ length: 200 }, (_, turn) =>
    turn % 2 === 0 ? alice.insert(4 + turn / 2, '一') : bob.insert(1 + (turn - 1) / 2, 'y'),
  );
  const runs = new TypedRuns();
  for (const update of updates) {
    const typed = readTypedOn(update);
    if (typed === null) throw new Error('Typing was not recognised.');
    runs.add(typed);
  }
  const [merged, single] = [docOf(written()), docOf(written())];
  for (const update of first) [merged, single].forEach((doc) => Y.applyUpdate(doc, update));

  Y.applyUpdate(merged, runs.merged());
  for (const update of updates) Y.applyUpdate(single, update);

  expect(textOf(merged).toString()).toBe(textOf(single).toString());
  expect(Y.encodeStateVector(merged)).toEqual(Y.encodeStateVector(single));
});

function written(): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('abc')]);
  doc.get('root-v2', Y.XmlElement).push([paragraph]);
  return Y.encodeStateAsUpdate(doc);
}

/** The second of two letters at the end of a text. */
function typing(): Uint8Array {
  const alice = author(ALICE, written());
  alice.insert(3, 'a');
  return alice.insert(4, 'b');
}

function docOf(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc;
}

function textOf(doc: Y.Doc): Y.XmlText {
  const paragraph = doc.get('root-v2', Y.XmlElement).querySelector('paragraph');
  const text = paragraph instanceof Y.XmlElement ? paragraph.toArray()[0] : null;
  if (!(text instanceof Y.XmlText)) throw new Error('The paragraph has no text.');
  return text;
}

function author(id: number, state: Uint8Array) {
  const doc = docOf(state);
  doc.clientID = id;
  const text = textOf(doc);
  const made: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'heard') made.push(update);
  });
  const last = (change: () => void): Uint8Array => {
    change();
    const update = made.at(-1);
    if (update === undefined) throw new Error('Nothing was changed.');
    return update;
  };
  let at = 0;
  return {
    id,
    text,
    state: () => Y.encodeStateAsUpdate(doc),
    insert: (place: number, words: string) => last(() => text.insert(place, words)),
    remove: (place: number) => last(() => text.delete(place, 1)),
    hear: (update: Uint8Array) => Y.applyUpdate(doc, update, 'heard'),
    /** Mostly types on; sometimes removes, goes elsewhere or begins a paragraph. */
    busy: (random: () => number): Uint8Array[] => {
      made.length = 0;
      const chance = random();
      if (chance < 0.06) at = Math.floor(random() * text.length);
      at = Math.min(at, text.length);
      if (chance > 0.96) {
        const paragraph = new Y.XmlElement('paragraph');
        doc.get('root-v2', Y.XmlElement).push([paragraph]);
      } else if (chance > 0.9 && at > 0) {
        at -= 1;
        text.delete(at, 1);
      } else {
        const words = random() < 0.3 ? '中文' : 'x';
        text.insert(at, words);
        at += words.length;
      }
      return [...made];
    },
  };
}
