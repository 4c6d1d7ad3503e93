/**
 * The gate: reads a Yjs update (V1) once, without recursion over structs and without allocating
 * what the bytes announce, and refuses what no honest client of this document can send. It stands
 * before memory: plain `Y.applyUpdate` cannot be asked to undo (SPEC.md, G rules).
 */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { UPDATE_LIMITS } from '../limits.ts';
import { Placement } from './placement.ts';
import { screenHolding } from './screen-content.ts';
import { screenDeletes } from './screen-deletes.ts';
import { screenStruct } from './screen-struct.ts';
import { GateRefusal, refuse } from './refusal.ts';
import { knownClock, type Screening } from './screening.ts';

export type Screened = {
  /** Structs that the document does not have yet. */
  newStructs: number;
  /** Ranges of the delete set. */
  deleteRanges: number;
};

/**
 * @param doc the live document; it is only read.
 * @throws GateRefusal
 */
export function screenUpdate(
  update: Uint8Array,
  doc: Y.Doc,
  owns: (clientId: number) => boolean,
): Screened {
  if (update.length > UPDATE_LIMITS.bytes) refuse('bytes');
  const screening: Screening = {
    decoder: decoding.createDecoder(update),
    store: doc.store,
    owns,
    any: { nodes: 0 },
    formats: 0,
    next: new Map(),
    placement: new Placement(doc),
    references: [],
  };
  try {
    const newStructs = screenClients(screening);
    for (const { client, clock } of screening.references) {
      if (clock >= knownClock(screening, client)) refuse('unknown-reference');
    }
    screening.placement.settle(screenHolding);
    const deleteRanges = screenDeletes(screening);
    if (decoding.hasContent(screening.decoder)) refuse('trailing');
    return { newStructs, deleteRanges };
  } catch (fault) {
    if (fault instanceof GateRefusal) throw fault;
    // lib0 throws plain errors at the end of the bytes and on bad UTF-8.
    throw new GateRefusal('truncated');
  }
}

function screenClients(screening: Screening): number {
  const { decoder } = screening;
  const clients = decoding.readVarUint(decoder);
  if (clients > UPDATE_LIMITS.clients) refuse('clients');
  const seen = new Set<number>();
  let announced = 0;
  let newStructs = 0;
  for (let left = clients; left > 0; left -= 1) {
    const structs = decoding.readVarUint(decoder);
    announced += structs;
    if (announced > UPDATE_LIMITS.structs) refuse('structs');
    // Of a client that comes twice Yjs takes the second part only.
    const client = decoding.readVarUint(decoder);
    if (client > CLIENT_ID_MAX || seen.has(client)) refuse('client-id');
    seen.add(client);
    newStructs += screenClient(screening, client, structs);
  }
  return newStructs;
}

function screenClient(screening: Screening, client: number, structs: number): number {
  const { decoder, store } = screening;
  let clock = decoding.readVarUint(decoder);
  const have = Y.getState(store, client);
  if (clock > have) refuse('gap');
  let newStructs = 0;
  for (let left = structs; left > 0; left -= 1) {
    const length = screenStruct(screening, { client, clock });
    if (clock + length > have) {
      if (!screening.owns(client)) refuse('owner');
      newStructs += 1;
    }
    clock += length;
  }
  if (clock > knownClock(screening, client)) screening.next.set(client, clock);
  return newStructs;
}

/** Yjs client ids are unsigned 32-bit numbers. */
const CLIENT_ID_MAX = 0xffff_ffff;
