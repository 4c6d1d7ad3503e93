/** Reads what leaves the server and holds it against the committed log of that moment. */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { Violations } from './violations.ts';

const MESSAGE_SYNC = 0;
const MESSAGE_SAVED = 120;
const STEP_1 = 0;

export function witness(frame: Uint8Array, truth: Y.Doc, violations: Violations): void {
  const decoder = decoding.createDecoder(frame);
  const type = decoding.readVarUint(decoder);
  if (type === MESSAGE_SAVED) {
    for (const [client, clock] of Y.decodeStateVector(decoding.readVarUint8Array(decoder))) {
      const stored = Y.getState(truth.store, client);
      if (clock > stored) {
        violations.add('acknowledged', `${client} up to ${clock}, stored is ${stored}`);
      }
    }
  }
  if (type !== MESSAGE_SYNC || decoding.readVarUint(decoder) === STEP_1) return;
  const { structs, ds } = Y.decodeUpdate(decoding.readVarUint8Array(decoder));
  for (const { id, length } of structs) {
    if (id.clock + length > Y.getState(truth.store, id.client)) {
      violations.add('shown', `${id.client}:${id.clock}+${length} is not in the log`);
    }
  }
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) {
      if (!isRemoved(truth, { client, from: clock, to: clock + len })) {
        violations.add('shown', `removal of ${client}:${clock}+${len} is not in the log`);
      }
    }
  }
}

function isRemoved(doc: Y.Doc, range: { client: number; from: number; to: number }): boolean {
  const structs = doc.store.clients.get(range.client) ?? [];
  if (Y.getState(doc.store, range.client) < range.to) return false;
  for (let at = Y.findIndexSS(structs, range.from); at < structs.length; at += 1) {
    const struct = structs[at];
    if (struct === undefined || struct.id.clock >= range.to) break;
    if (!struct.deleted && !isMark(struct)) return false;
  }
  return true;
}

/** Every copy takes marks without effect away for itself; nobody has to store that. */
function isMark(struct: Y.Item | Y.GC): boolean {
  return struct instanceof Y.Item && struct.content instanceof Y.ContentFormat;
}
