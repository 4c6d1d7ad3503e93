/**
 * How far Yjs has to look for the place of each new struct. Whoever inserts between two neighbours
 * walks over everything that others have put between them; an update whose neighbours lie far apart,
 * are crossed or stand in different lists makes every process walk the whole list for each struct.
 * The steps of Yjs are taken here on a copy of what they touch, so that they can be counted; each
 * shortcut would be a place to hide work behind.
 */
import * as Y from 'yjs';
import { UPDATE_LIMITS } from '../limits.ts';
import { Pieces } from './pieces.ts';
import type { Entry, Id, Piece, Where } from './entry.ts';
import { refuse } from './refusal.ts';

type Neighbours = { left: Id | null; right: Id | null };
/** The start of one list, and of an attribute how many values it has had. */
type Start = { first: Piece | null; length: number };

export class InsertionWork {
  private readonly pieces: Pieces;
  private readonly starts = new Map<object, Map<string | null, Start>>();
  private steps = 0;
  private cuts = 0;

  /** @param standing finds a struct of the document or of the update. */
  constructor(standing: (id: Id) => Entry | Y.Item | Y.GC | null) {
    this.pieces = new Pieces(standing, () => this.cut());
  }

  /** @throws GateRefusal when all insertions together walk too far. */
  insert(entry: Entry, where: NonNullable<Where>, { left, right }: Neighbours): void {
    const before = left && this.pieces.endingWith(left);
    const after = right && this.pieces.startingWith(right);
    if (before !== null && after !== null) {
      // The cut before the right one may have gone through the left one.
      if (left !== null && this.pieces.holding(left) !== before) refuse('neighbours');
      this.checkBefore(before, after);
    }
    const piece = this.pieces.of(entry, { left, right });
    const start = before !== null && where.key === null ? null : this.startOf(where);
    // From the value of an attribute that counts Yjs goes back to the first that it ever had.
    if (where.key !== null && before === null) this.walkOver(start?.length ?? 0);
    if (start !== null) start.length += 1;

    const behind = this.placeFor(piece, { before, after, start });
    if (behind !== null) {
      piece.next = this.pieces.next(behind);
      behind.next = piece;
    } else if (start !== null) {
      piece.next = start.first;
      start.first = piece;
    }
  }

  /**
   * The right neighbour stands behind the left one, and in the same list. Without that Yjs puts a
   * struct here in one place and there in another, as it happens to come.
   */
  private checkBefore(before: Piece, after: Piece): void {
    // What was put before a struct stands before it, wherever others have come between.
    if (isStartOf(after, before.right) || isEndOf(before, after.left, this.pieces)) return;
    for (let at = this.pieces.next(before); at !== after; at = this.pieces.next(at)) {
      if (at === null) refuse('neighbours');
      this.walkOver(1);
    }
  }

  /** As Yjs does (src/structs/Item.js, integrate); null is the start of the list. */
  private placeFor(
    piece: Piece,
    { before, after, start }: { before: Piece | null; after: Piece | null; start: Start | null },
  ): Piece | null {
    let other = before === null ? (start?.first ?? null) : this.pieces.next(before);
    if (other === null || other === after) return before;
    let place = before;
    const passed = new Set<Piece>();
    const rivals = new Set<Piece>();
    for (; other !== null && other !== after; other = this.pieces.next(other)) {
      this.walkOver(1);
      passed.add(other);
      rivals.add(other);
      const origin = other.left;
      if (isSame(origin, piece.left)) {
        if (other.client < piece.client) {
          place = other;
          rivals.clear();
        } else if (isSame(other.right, piece.right)) break;
        continue;
      }
      const behind = origin && this.pieces.holding(origin);
      if (behind === null || !passed.has(behind)) break;
      if (!rivals.has(behind)) {
        place = other;
        rivals.clear();
      }
    }
    return place;
  }

  private startOf({ owner, key }: NonNullable<Where>): Start {
    let ofOwner = this.starts.get(owner);
    if (ofOwner === undefined) {
      ofOwner = new Map();
      this.starts.set(owner, ofOwner);
    }
    let start = ofOwner.get(key);
    if (start === undefined) {
      start = owner instanceof Y.AbstractType ? this.standingStart(owner, key) : NO_START();
      ofOwner.set(key, start);
    }
    return start;
  }

  private standingStart(owner: Y.AbstractType<unknown>, key: string | null): Start {
    if (key === null) return { first: this.pieces.firstOf(owner._start), length: 0 };
    let first = owner._map.get(key) ?? null;
    let length = first === null ? 0 : 1;
    for (; first !== null && first.left !== null; first = first.left) {
      this.walkOver(1);
      length += 1;
    }
    return { first: this.pieces.firstOf(first), length };
  }

  private cut(): void {
    this.cuts += 1;
    if (this.cuts > UPDATE_LIMITS.insertionCuts) refuse('distance');
  }

  private walkOver(steps: number): void {
    this.steps += steps;
    if (this.steps > UPDATE_LIMITS.insertionSteps) refuse('distance');
  }
}

function isStartOf({ client, start }: Piece, id: Id | null): boolean {
  return id !== null && id.client === client && id.clock === start;
}

function isEndOf(piece: Piece, id: Id | null, pieces: Pieces): boolean {
  return id !== null && pieces.holding(id) === piece;
}

const NO_START = (): Start => ({ first: null, length: 0 });

function isSame(one: Id | null, other: Id | null): boolean {
  return one === null || other === null
    ? one === other
    : one.client === other.client && one.clock === other.clock;
}
