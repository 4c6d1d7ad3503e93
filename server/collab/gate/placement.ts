/**
 * Where the structs of an update stand: every parent is a type, nothing goes round in circles,
 * nothing is nested too deep, and each list holds only what may stand in it. A struct names its
 * parent, or a neighbour that has one; either may come later in the same update, so this is settled
 * when all is read. What the document holds already is asked of the document: what an update says
 * of it again is ignored by Yjs, and must not be believed here.
 */
import * as Y from 'yjs';
import { UPDATE_LIMITS } from '../limits.ts';
import { ROOT, type Entry, type Id, type Place, type Where } from './entry.ts';
import { InsertionWork } from './insertion-work.ts';
import { CONTENT_ROOT } from './known-content.ts';
import { refuse } from './refusal.ts';
import type { Turn } from './screen-order.ts';

export class Placement {
  private readonly doc: Y.Doc;
  private readonly entries = new Map<number, Entry[]>();

  constructor(doc: Y.Doc) {
    this.doc = doc;
  }

  /** Structs of one client come in the order of their clocks. */
  add(struct: Omit<Entry, 'where' | 'pieces'>): void {
    if (struct.end <= this.have(struct.client)) return;
    const entry: Entry = { ...struct, where: 'unknown', pieces: null };
    const ofClient = this.entries.get(struct.client);
    if (ofClient === undefined) this.entries.set(struct.client, [entry]);
    else ofClient.push(entry);
  }

  /**
   * @param turns the order in which Yjs takes them.
   * @throws GateRefusal
   */
  settle(turns: readonly Turn[], check: (entry: Entry, where: NonNullable<Where>) => void): void {
    const work = new InsertionWork((id) => this.standing(id));
    for (const entry of this.inOrder(turns)) {
      const where = this.whereOf(entry);
      this.checkNeighbours(entry.place, where);
      if (where === null) continue;
      if (where.depth > UPDATE_LIMITS.depth) refuse('depth');
      if (entry.start < this.have(entry.client)) this.checkContinued(entry, where);
      check(entry, where);
      if (entry.place === 'nowhere') continue;
      work.insert(entry, where, 'left' in entry.place ? entry.place : NO_NEIGHBOURS);
    }
  }

  /**
   * What was removed with its whole list is collected at the end of a transaction: until then Yjs
   * finds a place beside it, and later none. Both neighbours are of one list, or one of them lies.
   */
  private checkNeighbours(place: Place, where: Where): void {
    if (place === 'nowhere' || !('left' in place)) return;
    if (place.left === null || place.right === null) return;
    const right = this.entryAt(place.right);
    const isGone =
      right === null
        ? !(this.structAt(place.right) instanceof Y.Item)
        : this.whereOf(right) === null;
    if (isGone !== (where === null)) refuse('neighbours');
  }

  private *inOrder(turns: readonly Turn[]): Generator<Entry> {
    const next = new Map<number, number>();
    for (const { client, before } of turns) {
      const ofClient = this.entries.get(client) ?? [];
      let at = next.get(client) ?? 0;
      for (let entry = ofClient[at]; entry !== undefined && entry.start < before;) {
        yield entry;
        at += 1;
        entry = ofClient[at];
      }
      next.set(client, at);
    }
  }

  /** Walks to what is known already, then back; no recursion, because a chain may be long. */
  private whereOf(first: Entry): Where {
    const chain: Entry[] = [];
    let entry = first;
    let where: Where;
    for (;;) {
      if (entry.where === 'open') refuse('self-reference');
      if (entry.where !== 'unknown') {
        where = entry.where;
        break;
      }
      entry.where = 'open';
      chain.push(entry);
      const next = this.neighbourIn(entry.place);
      if (next === null) {
        where = this.whereInDocument(entry.place);
        entry.where = where;
        chain.pop();
        break;
      }
      entry = next;
    }
    for (let back = chain.pop(); back !== undefined; back = chain.pop()) {
      where = 'below' in Object(back.place) ? below(entry, where, keyOf(back.place)) : where;
      if (where !== null && where.depth > UPDATE_LIMITS.depth) refuse('depth');
      back.where = where;
      entry = back;
    }
    return first.where === 'unknown' || first.where === 'open' ? null : first.where;
  }

  /** The struct of this update to which a place refers; null when it is in the document. */
  private neighbourIn(place: Place): Entry | null {
    const id = referred(place);
    return id === null ? null : this.entryAt(id);
  }

  private whereInDocument(place: Place): Where {
    if (place === 'nowhere') return null;
    if ('below' in place) {
      if (place.below === ROOT) return rootList(this.doc, place.key);
      return belowStanding(this.structAt(place.below), place.key);
    }
    const id = place.left ?? place.right;
    return id === null ? null : besideStanding(this.structAt(id));
  }

  /** A struct that the document has in part goes on behind that part, in the same list. */
  private checkContinued(entry: Entry, where: NonNullable<Where>): void {
    const known = { client: entry.client, clock: this.have(entry.client) - 1 };
    const standing = besideStanding(this.structAt(known));
    if (standing === null || standing.owner !== where.owner || standing.key !== where.key) {
      refuse('parent');
    }
  }

  private standing(id: Id): Entry | Y.Item | Y.GC | null {
    return this.entryAt(id) ?? this.structAt(id);
  }

  private have(client: number): number {
    return Y.getState(this.doc.store, client);
  }

  private entryAt({ client, clock }: Id): Entry | null {
    const ofClient = this.entries.get(client);
    if (ofClient === undefined || clock < this.have(client)) return null;
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
    if (clock >= this.have(client)) return null;
    const structs = this.doc.store.clients.get(client) ?? [];
    return structs[Y.findIndexSS(structs, clock)] ?? null;
  }
}

const NO_NEIGHBOURS = { left: null, right: null };

function referred(place: Place): Id | null {
  if (place === 'nowhere') return null;
  if ('below' in place) return place.below === ROOT ? null : place.below;
  return place.left ?? place.right;
}

function keyOf(place: Place): string | null {
  return place !== 'nowhere' && 'below' in place ? place.key : null;
}

/** The list that a struct of this update has, itself standing at `where`. */
function below(parent: Entry, where: Where, key: string | null): Where {
  const { holding } = parent;
  if (where === null || holding.kind === 'deleted' || holding.kind === 'collected') return null;
  const depth = where.depth + 1;
  if (holding.kind === 'text') return { owner: parent, inside: 'text', name: '', key, depth };
  if (holding.kind !== 'element') return refuse('parent');
  return { owner: parent, inside: 'element', name: holding.name, key, depth };
}

function rootList(doc: Y.Doc, key: string | null): Where {
  // The root is made when somebody first asks for it; asking here must not make it.
  const owner = doc.share.get(CONTENT_ROOT) ?? doc;
  return { owner, inside: 'element', name: CONTENT_ROOT, key, depth: 0 };
}

/** The list that a struct of the document has. */
function belowStanding(struct: Y.Item | Y.GC | null, key: string | null): Where {
  if (!(struct instanceof Y.Item)) return null;
  if (struct.content instanceof Y.ContentType) return listOf(struct.content.type, key);
  return struct.deleted ? null : refuse('parent');
}

/** The list in which a struct of the document stands. */
function besideStanding(struct: Y.Item | Y.GC | null): Where {
  if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.AbstractType)) return null;
  return listOf(struct.parent, struct.parentSub);
}

function listOf(owner: Y.AbstractType<unknown>, key: string | null): Where {
  const depth = typesAbove(owner);
  if (owner instanceof Y.XmlText) return { owner, inside: 'text', name: '', key, depth };
  const name = owner._item === null ? CONTENT_ROOT : nameOf(owner);
  return { owner, inside: 'element', name, key, depth };
}

function nameOf(owner: Y.AbstractType<unknown>): string {
  return owner instanceof Y.XmlElement ? owner.nodeName : '';
}

function typesAbove(type: Y.AbstractType<unknown>): number {
  let depth = 0;
  let item = type._item;
  while (item !== null && depth <= UPDATE_LIMITS.depth) {
    depth += 1;
    item = item.parent instanceof Y.AbstractType ? item.parent._item : null;
  }
  return depth;
}
