/**
 * How far Yjs has to look for the place of each new struct. Whoever inserts between two neighbours
 * walks over everything that others have put between them; an update whose neighbours lie far apart,
 * are crossed or stand in different lists makes every process walk the whole list for each struct.
 */
import * as Y from 'yjs';
import { UPDATE_LIMITS } from '../limits.ts';
import type { Entry, Id, Where } from './placement.ts';
import { refuse } from './refusal.ts';

type Standing = Entry | Y.Item | Y.GC | null;

export class InsertionWork {
  private readonly standing: (id: Id) => Standing;
  /** What stands behind a struct or at a list's start, where this update changes it. */
  private readonly behind = new Map<object, object | null>();
  private readonly starts = new Map<object, Map<string | null, object>>();
  private steps = 0;
  private cuts = 0;

  /** @param standing finds a struct of the document or of the update. */
  constructor(standing: (id: Id) => Standing) {
    this.standing = standing;
  }

  /** @throws GateRefusal when all insertions together walk too far. */
  insert(
    entry: Entry,
    where: NonNullable<Where>,
    { left, right }: { left: Id | null; right: Id | null },
  ): void {
    const before = left && this.standing(left);
    const after = right && this.standing(right);
    if (isCut(before, left, 'behind') || isCut(after, right, 'before')) this.cut();
    const from = before ?? this.startOf(where);
    // Between two characters of one stretch there is nothing yet.
    if (before === null || before !== after) this.walk(from, left, after);
    this.behind.set(entry, this.next(from));
    this.behind.set(from, entry);
  }

  /** As Yjs does: on over what was put behind the same neighbour, and what stands behind that. */
  private walk(from: object, left: Id | null, until: Standing): void {
    const passed = new Set<object>();
    for (let at = this.next(from); at !== null && at !== until; at = this.next(at)) {
      this.step();
      const origin = leftOf(at);
      const isRival = origin?.client === left?.client && origin?.clock === left?.clock;
      if (!isRival && (origin === null || !passed.has(this.standing(origin) ?? NOBODY))) return;
      passed.add(at);
    }
  }

  private next(from: object): object | null {
    const changed = this.behind.get(from);
    if (changed !== undefined) return changed;
    return from instanceof Y.Item ? from.right : null;
  }

  private startOf(where: NonNullable<Where>): object {
    let ofOwner = this.starts.get(where.owner);
    if (ofOwner === undefined) {
      ofOwner = new Map();
      this.starts.set(where.owner, ofOwner);
    }
    let start = ofOwner.get(where.key);
    if (start === undefined) {
      start = {};
      ofOwner.set(where.key, start);
      this.behind.set(start, this.firstOf(where));
    }
    return start;
  }

  private firstOf({ owner, key }: NonNullable<Where>): Y.Item | null {
    if (!(owner instanceof Y.AbstractType)) return null;
    if (key === null) return owner._start;
    let first = owner._map.get(key) ?? null;
    while (first !== null && first.left !== null) {
      this.step();
      first = first.left;
    }
    return first;
  }

  private cut(): void {
    this.cuts += 1;
    if (this.cuts > UPDATE_LIMITS.insertionCuts) refuse('distance');
  }

  private step(): void {
    this.steps += 1;
    if (this.steps > UPDATE_LIMITS.insertionSteps) refuse('distance');
  }
}

const NOBODY = {};

function leftOf(at: object): Id | null {
  if (at instanceof Y.Item) return at.origin;
  const place = 'place' in at ? (at as Entry).place : 'nowhere';
  return place !== 'nowhere' && 'left' in place ? place.left : null;
}

/** Whether a stretch has to be cut in two, so that something fits in. */
function isCut(standing: Standing, id: Id | null, side: 'before' | 'behind'): boolean {
  if (standing === null || id === null) return false;
  const start = 'start' in standing ? standing.start : standing.id.clock;
  const end = 'end' in standing ? standing.end : start + standing.length;
  return side === 'before' ? id.clock !== start : id.clock !== end - 1;
}
