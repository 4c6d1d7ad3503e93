/**
 * Where the structs of an update stand: every parent is a type, nothing goes round in circles, and
 * nothing is nested deeper than the limit. A struct names its parent, or a neighbour that has one;
 * either may come later in the same update, so this is settled when all is read.
 */
import * as Y from 'yjs';
import { UPDATE_LIMITS } from '../limits.ts';
import { refuse } from './refusal.ts';

export type Id = { client: number; clock: number };

/** How a struct says where it stands. `nowhere` is a collected one, which holds nothing. */
export type Place = { beside: Id } | { below: Id } | 'root' | 'nowhere';

type Entry = {
  client: number;
  start: number;
  end: number;
  place: Place;
  isType: boolean;
  /** Types above it; null until known, `open` while being asked for. */
  depth: number | null | 'open';
};

export class Placement {
  private readonly store: Y.Doc['store'];
  private readonly entries = new Map<number, Entry[]>();

  constructor(store: Y.Doc['store']) {
    this.store = store;
  }

  /** Structs of one client come in the order of their clocks. */
  add(struct: { client: number; start: number; length: number; place: Place; isType: boolean }) {
    const { client, start, length, place, isType } = struct;
    const entry: Entry = { client, start, end: start + length, place, isType, depth: null };
    const ofClient = this.entries.get(client);
    if (ofClient === undefined) this.entries.set(client, [entry]);
    else ofClient.push(entry);
  }

  /** @throws GateRefusal */
  settle(): void {
    for (const ofClient of this.entries.values()) {
      for (const entry of ofClient) this.settleEntry(entry);
    }
  }

  /** Walks to what is known already, then back; no recursion, because a chain may be long. */
  private settleEntry(first: Entry): void {
    const chain: Entry[] = [];
    let entry = first;
    let base: number;
    for (;;) {
      if (typeof entry.depth === 'number') {
        base = entry.depth;
        break;
      }
      if (entry.depth === 'open') refuse('self-reference');
      entry.depth = 'open';
      chain.push(entry);
      if (entry.place === 'root' || entry.place === 'nowhere') {
        base = 0;
        entry.depth = base;
        chain.pop();
        break;
      }
      const id = 'below' in entry.place ? entry.place.below : entry.place.beside;
      const next = this.entryAt(id);
      if (next === null) {
        base = this.depthInStore(entry.place);
        entry.depth = base;
        chain.pop();
        break;
      }
      if ('below' in entry.place && !next.isType && next.place !== 'nowhere') refuse('parent');
      entry = next;
    }
    for (let back = chain.pop(); back !== undefined; back = chain.pop()) {
      const isBelow = typeof back.place === 'object' && 'below' in back.place;
      base += isBelow ? 1 : 0;
      if (base > UPDATE_LIMITS.depth) refuse('depth');
      back.depth = base;
    }
  }

  /** Types above a struct that stands below or beside what the document holds already. */
  private depthInStore(place: { beside: Id } | { below: Id }): number {
    const struct = this.structAt('below' in place ? place.below : place.beside);
    if (!(struct instanceof Y.Item)) return 0;
    if ('beside' in place) return typesAbove(struct);
    if (!struct.deleted && !(struct.content instanceof Y.ContentType)) refuse('parent');
    const depth = typesAbove(struct) + 1;
    if (depth > UPDATE_LIMITS.depth) refuse('depth');
    return depth;
  }

  private entryAt({ client, clock }: Id): Entry | null {
    const ofClient = this.entries.get(client);
    if (ofClient === undefined) return null;
    let low = 0;
    let high = ofClient.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const entry = ofClient[middle];
      if (entry === undefined) return null;
      if (clock < entry.start) high = middle - 1;
      else if (clock >= entry.end) low = middle + 1;
      else return entry;
    }
    return null;
  }

  private structAt({ client, clock }: Id): Y.Item | Y.GC | null {
    if (clock >= Y.getState(this.store, client)) return null;
    const structs = this.store.clients.get(client) ?? [];
    return structs[Y.findIndexSS(structs, clock)] ?? null;
  }
}

function typesAbove(item: Y.Item): number {
  let depth = 0;
  let above: unknown = item.parent;
  while (above instanceof Y.AbstractType && above._item !== null && depth <= UPDATE_LIMITS.depth) {
    depth += 1;
    above = above._item.parent;
  }
  return depth;
}
