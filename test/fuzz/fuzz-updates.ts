/** Throws frames at the gate over a live document, and applies those that it lets pass. */
import * as Y from 'yjs';
import { GateRefusal } from '#server/collab/gate/refusal.ts';
import { screenUpdate } from '#server/collab/gate/screen-update.ts';
import {
  ACCOMPLICE,
  ATTACKER,
  attackedDocument,
  hostileUpdates,
} from '#test/support/hostile-updates.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { mutated } from './mutate.ts';

export type FuzzResult = {
  frames: number;
  passed: number;
  changed: number;
  /** Frames after which something is wrong: what, and the frame in base64. */
  faults: string[];
  /** Longest time for one frame. */
  slowestMs: number;
};

/** Whoever passes may write into the document; after so many changes it is a new one. */
const CHANGES_PER_DOCUMENT = 200;

export function fuzzUpdates({ frames, seed }: { frames: number; seed: number }): FuzzResult {
  const random = seededRandom(seed);
  const original = attackedDocument();
  const originalState = Y.encodeStateAsUpdate(original);
  const samples = samplesFor(original);
  const result: FuzzResult = { frames: 0, passed: 0, changed: 0, faults: [], slowestMs: 0 };
  let doc = original;
  let changes = 0;
  for (; result.frames < frames; result.frames += 1) {
    if (changes >= CHANGES_PER_DOCUMENT) {
      doc = new Y.Doc();
      Y.applyUpdate(doc, originalState);
      changes = 0;
    }
    const frame = mutated(samples, random);
    const startedAt = performance.now();
    const outcome = throwAt(doc, frame);
    result.slowestMs = Math.max(result.slowestMs, performance.now() - startedAt);
    if (outcome === 'refused') continue;
    result.passed += 1;
    if (outcome === 'changed') {
      changes += 1;
      result.changed += 1;
    } else if (outcome !== 'unchanged') {
      result.faults.push(`${outcome}: ${Buffer.from(frame).toString('base64')}`);
      changes = CHANGES_PER_DOCUMENT;
    }
  }
  return result;
}

function throwAt(doc: Y.Doc, frame: Uint8Array): string {
  const before = snapshotOf(doc);
  try {
    screenUpdate(frame, doc, (clientId) => clientId === ATTACKER || clientId === ACCOMPLICE);
  } catch (fault) {
    if (!(fault instanceof GateRefusal)) return `the gate broke with ${String(fault)}`;
    return snapshotOf(doc) === before ? 'refused' : 'the gate changed the document';
  }
  try {
    Y.applyUpdate(doc, frame);
  } catch (fault) {
    return `Yjs broke with ${String(fault)}`;
  }
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return 'something pends';
  return snapshotOf(doc) === before ? 'unchanged' : reloaded(doc);
}

/** What was stored has to load again and say the same. */
function reloaded(doc: Y.Doc): string {
  const again = new Y.Doc();
  try {
    Y.applyUpdate(again, Y.encodeStateAsUpdate(doc));
  } catch (fault) {
    return `the state does not load: ${String(fault)}`;
  }
  return contentOf(again) === contentOf(doc) ? 'changed' : 'the state reads differently';
}

/** Clocks and what is removed: every change moves one of them, and it costs little. */
function snapshotOf(doc: Y.Doc): string {
  return Buffer.from(Y.encodeSnapshot(Y.snapshot(doc))).toString('base64');
}

function contentOf(doc: Y.Doc): string {
  return doc.get('root-v2', Y.XmlElement).toString();
}

/** True edits of the attacker's own, and the shorter attacks. */
function samplesFor(doc: Y.Doc): Uint8Array[] {
  const honest: Uint8Array[] = [];
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.clientID = ATTACKER;
  copy.on('update', (update: Uint8Array) => honest.push(update));
  const root = copy.get('root-v2', Y.XmlElement);
  for (let index = 0; index < 12; index += 1) {
    const paragraph = new Y.XmlElement('paragraph');
    const text = new Y.XmlText(`段落 ${index} 👍`);
    copy.transact(() => {
      root.insert(index, [paragraph]);
      paragraph.insert(0, [text]);
      paragraph.setAttribute('s_blockId', `block-${index}`);
    });
    text.insert(2, '插入');
    text.format(0, 3, { p: { __format: 1 } });
    text.delete(1, 2);
  }
  root.delete(3, 2);
  const attacks = hostileUpdates(doc).map(({ update }) => update);
  return [
    ...honest,
    Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc)),
    ...attacks.filter((update) => update.length < 1_000),
  ];
}
