import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { GateRefusal } from '#server/collab/gate/refusal.ts';
import { screenUpdate } from '#server/collab/gate/screen-update.ts';
import { textHolding } from '#test/support/live-documents.ts';
import { openPeer } from '#test/support/headless-peer.ts';
import {
  ACCOMPLICE,
  ATTACKER,
  attackedDocument,
  hostileUpdates,
  VICTIM,
  type HostileUpdate,
} from '#test/support/hostile-updates.ts';
import { writeUpdate } from '#test/support/update-writer.ts';

const corpus = hostileUpdates(attackedDocument());
const refused = corpus.filter(({ reason }) => reason !== null);
const harmless = corpus.filter(({ reason }) => reason === null);

/** Processor time that one hostile frame may cost, on a machine five times slower than ours. */
const BOUND_MS = 1_000;

describe('[G1] an update that no editor makes is refused before memory changes', () => {
  test.each(refused.map((attack) => [attack.name, attack] as const))('%s', (_name, attack) => {
    const doc = prepared(attack);
    const before = Y.encodeStateAsUpdate(doc);
    const used = process.cpuUsage();
    expect(() => screenUpdate(attack.update, doc, owns)).toThrow(
      new GateRefusal(attack.reason ?? 'bytes'),
    );
    expect(process.cpuUsage(used).user / 1_000).toBeLessThan(BOUND_MS);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    expect(pendingOf(doc)).toEqual([null, null]);
  });
});

describe('[G8] what is strange but harmless passes, and the editor shows all of the text', () => {
  test.each(harmless.map((attack) => [attack.name, attack] as const))('%s', (_name, attack) => {
    const doc = prepared(attack);
    const words = wordsOf(Y.encodeStateAsUpdate(doc));
    const fresh = screenUpdate(attack.update, doc, owns);
    Y.applyUpdate(doc, fresh);
    expect(pendingOf(doc)).toEqual([null, null]);
    const state = Y.encodeStateAsUpdate(doc);
    expect(wordsOf(state)).toEqual(expect.arrayContaining(words));
    // Whoever has the document open follows as well.
    expect(wordsOf(Y.encodeStateAsUpdate(prepared(attack)), fresh)).toEqual(
      expect.arrayContaining(words),
    );
  });
});

test('[G8] a tab mark over words hides them on screens, and they stay in the text', () => {
  const doc = attackedDocument();
  const text = textHolding(doc, '本项目');
  const before = text.toString();
  const typist = new Y.Doc();
  typist.clientID = ATTACKER;
  Y.applyUpdate(typist, Y.encodeStateAsUpdate(doc));
  textHolding(typist, '本项目').format(0, 3, { t: 'tab' });
  const update = Y.encodeStateAsUpdate(typist, Y.encodeStateVector(doc));

  screenUpdate(update, doc, owns);
  Y.applyUpdate(doc, update);

  expect(wordsOf(Y.encodeStateAsUpdate(doc)).length).toBeGreaterThan(5);
  expect(text.toString().replaceAll(/<[^>]*>/g, '')).toBe(before.replaceAll(/<[^>]*>/g, ''));
});

describe('[G10] what the document has already is left out of what is stored and shown', () => {
  const [words, emoji] = ['told again as something else', 'in the middle of a character'].map(
    (name) => harmless.find((update) => update.name.includes(name)),
  );

  test('so that whoever applies it first, or merges it, learns nothing else', () => {
    if (words === undefined) throw new Error('The corpus has no such update.');
    const doc = prepared(words);
    const clock = Y.getState(doc.store, ATTACKER);
    const fresh = screenUpdate(words.update, doc, owns);

    const { structs } = Y.decodeUpdate(fresh);
    expect(structs.map(({ id }) => id.clock)).toEqual([clock]);
    expect(screenUpdate(fresh, doc, owns)).toBe(fresh);
  });

  test('so that telling it again cuts nothing in two', () => {
    if (emoji === undefined) throw new Error('The corpus has no such update.');
    const doc = prepared(emoji);
    const before = Y.encodeStateAsUpdate(doc);
    Y.applyUpdate(doc, screenUpdate(emoji.update, doc, owns));

    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });
});

test('[G8] whoever comes back may tell all that was ever removed, however much it is', () => {
  const doc = new Y.Doc();
  doc.clientID = ATTACKER;
  const paragraph = new Y.XmlElement('paragraph');
  const text = new Y.XmlText('ab'.repeat(30_000));
  doc.get('root-v2', Y.XmlElement).insert(0, [paragraph]);
  paragraph.insert(0, [text]);
  // Every second character is gone, in turns that are each within the limits.
  for (let from = 0; from < 60_000; from += 20_000) {
    const ranges = Array.from({ length: 10_000 }, (_, at) => [2 + from + 2 * at, 1] as const);
    const removal = writeUpdate([], [[ATTACKER, ranges]]);
    Y.applyUpdate(doc, screenUpdate(removal, doc, owns));
  }

  const told = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc));
  expect(text.length).toBe(30_000);
  expect(screenUpdate(told, doc, owns)).toBe(told);
});

test('[G9] the state that harmless updates leave is the same after loading it again', () => {
  const doc = attackedDocument();
  for (const { update, before } of harmless.filter((attack) => attack.before === undefined)) {
    expect(before).toBeUndefined();
    let fresh: Uint8Array;
    try {
      fresh = screenUpdate(update, doc, owns);
    } catch (fault) {
      // All of them start at the attacker's first clock: most of them are history by now.
      expect(fault).toBeInstanceOf(GateRefusal);
      continue;
    }
    Y.applyUpdate(doc, fresh);
  }
  const again = new Y.Doc();
  Y.applyUpdate(again, Y.encodeStateAsUpdate(doc));
  expect(again.get('root-v2', Y.XmlElement).toString()).toBe(
    doc.get('root-v2', Y.XmlElement).toString(),
  );
});

function owns(clientId: number): boolean {
  return clientId === ATTACKER || clientId === ACCOMPLICE;
}

function prepared(attack: HostileUpdate): Y.Doc {
  const doc = attackedDocument();
  for (const update of attack.before ?? []) {
    screenUpdate(update, doc, owns);
    Y.applyUpdate(doc, update);
  }
  return doc;
}

function pendingOf(doc: Y.Doc): unknown[] {
  return [doc.store.pendingStructs, doc.store.pendingDs];
}

/** The words that an editor shows of a state, and after an update to it. */
function wordsOf(state: Uint8Array, update?: Uint8Array): string[] {
  const peer = openPeer(state, VICTIM + 1);
  if (update !== undefined) {
    Y.applyUpdate(peer.doc, update, 'remote');
    peer.edit(() => undefined);
  }
  const words: string[] = [];
  const look = (node: { text?: unknown; children?: unknown }) => {
    if (typeof node.text === 'string') words.push(node.text);
    if (Array.isArray(node.children)) node.children.forEach(look);
  };
  look(peer.json().root as { children?: unknown });
  return words;
}
