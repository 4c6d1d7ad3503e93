/**
 * The gate: reads a Yjs update (V1), without recursion over structs and without allocating
 * what the bytes announce, and refuses what no honest client of this document can send. It stands
 * before memory: plain `Y.applyUpdate` cannot be asked to undo (SPEC.md, G rules).
 */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { UPDATE_LIMITS } from '../limits.ts';
import { Placement } from './placement.ts';
import { isFormerValues, screenHolding } from './screen-content.ts';
import { screenDeletes } from './screen-deletes.ts';
import { screenOrder } from './screen-order.ts';
import { screenStruct } from './screen-struct.ts';
import { readNumber } from './read-number.ts';
import { GateRefusal, refuse } from './refusal.ts';
import { knownClock, type Screening } from './screening.ts';

/**
 * What the document has already is left out: it may say something else of it, which is ignored
 * here, but not by somebody who has not read so far, nor where updates are merged.
 * @param doc the live document; it is only read.
 * @returns what is new in the update, to be applied, stored and shown in its place: the same bytes
 * as long as all of it is new.
 * @throws GateRefusal
 */
export function screenUpdate(
  update: Uint8Array,
  doc: Y.Doc,
  owns: (clientId: number) => boolean,
): Uint8Array {
  if (update.length > UPDATE_LIMITS.bytes) refuse('bytes');
  try {
    if (!screenWhole(update, doc, owns).hasKnown) return update;
    const fresh = Y.diffUpdate(update, Y.encodeStateVector(doc));
    // It is another update: where something is known in part, the rest now says that it stands
    // behind that part, and what was left out no longer makes anything wait.
    screenWhole(fresh, doc, owns);
    return fresh;
  } catch (fault) {
    if (fault instanceof GateRefusal) throw fault;
    // lib0 throws plain errors at the end of the bytes and on bad UTF-8.
    throw new GateRefusal('truncated');
  }
}

function screenWhole(
  update: Uint8Array,
  doc: Y.Doc,
  owns: (clientId: number) => boolean,
): Screening {
  const screening: Screening = {
    decoder: decoding.createDecoder(update),
    store: doc.store,
    owns,
    any: { nodes: 0 },
    formats: 0,
    next: new Map(),
    placement: new Placement(doc),
    references: [],
    formerValues: [],
    hasKnown: false,
  };
  const clients = screenClients(screening);
  for (const { to } of screening.references) {
    if (to.clock >= knownClock(screening, to.client)) refuse('unknown-reference');
  }
  const known = (client: number) => Y.getState(doc.store, client);
  const turns = screenOrder(screening.references, { clients, known });
  screening.placement.settle(turns, (entry, where) => {
    screenHolding(entry.holding, where);
    if (isFormerValues(entry, where)) screening.formerValues.push(entry);
  });
  screenDeletes(screening);
  if (decoding.hasContent(screening.decoder)) refuse('trailing');
  return screening;
}

function screenClients(screening: Screening): number[] {
  const { decoder } = screening;
  const count = readNumber(decoder);
  if (count > UPDATE_LIMITS.clients) refuse('clients');
  const clients: number[] = [];
  let before = CLIENT_ID_MAX + 1;
  let announced = 0;
  for (let left = count; left > 0; left -= 1) {
    const structs = readNumber(decoder);
    announced += structs;
    if (announced > UPDATE_LIMITS.structs) refuse('structs');
    // Of a client that comes twice Yjs takes the second part only; and when it merges updates, one
    // that does not name the highest first makes it lose what others wrote.
    const client = readNumber(decoder);
    if (client >= before) refuse('client-id');
    before = client;
    clients.push(client);
    screenClient(screening, client, structs);
  }
  return clients;
}

function screenClient(screening: Screening, client: number, structs: number): void {
  const { decoder, store } = screening;
  let clock = readNumber(decoder);
  const have = Y.getState(store, client);
  if (clock > have) refuse('gap');
  if (clock < have && structs > 0) screening.hasKnown = true;
  for (let left = structs; left > 0; left -= 1) {
    const length = screenStruct(screening, { client, clock });
    if (clock + length > have && !screening.owns(client)) refuse('owner');
    clock += length;
  }
  if (clock > knownClock(screening, client)) screening.next.set(client, clock);
}

/** Yjs client ids are unsigned 32-bit numbers. */
const CLIENT_ID_MAX = 0xffff_ffff;
