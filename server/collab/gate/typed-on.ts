/**
 * Typing, as nine of ten updates are: one string of a person behind that person's last one, at the
 * same place, and nothing else. It needs no search of the document to be judged, so that a room
 * full of people who type is not slowed down by what guards it from the rare rest.
 */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { Id } from './entry.ts';

export type TypedOn = {
  client: number;
  clock: number;
  /** Clock behind it. */
  end: number;
  /** What stands behind the place, null at the end of a text. */
  right: Id | null;
  /** Its one struct as it stands in the update. */
  struct: Uint8Array;
};

/** Info bytes of a string with a left neighbour, and one with both (Yjs 13, src/structs/Item.js). */
const BEHIND = 0x84;
const BETWEEN = 0xc4;

/** @returns null for every other update, good or bad: the whole gate decides about that. */
export function readTypedOn(update: Uint8Array): TypedOn | null {
  if (update.length > TYPED_BYTES || update[0] !== 1 || update[1] !== 1) return null;
  const decoder = decoding.createDecoder(update);
  decoder.pos = 2;
  try {
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const from = decoder.pos;
    const info = decoding.readUint8(decoder);
    if (info !== BEHIND && info !== BETWEEN) return null;
    if (decoding.readVarUint(decoder) !== client) return null;
    if (decoding.readVarUint(decoder) !== clock - 1) return null;
    const right = info === BETWEEN ? readId(decoder) : null;
    const { length } = decoding.readVarString(decoder);
    const to = decoder.pos;
    const hasRest = decoding.readVarUint(decoder) !== 0 || decoding.hasContent(decoder);
    if (length < 1 || hasRest) return null;
    return { client, clock, end: clock + length, right, struct: update.subarray(from, to) };
  } catch {
    // It ends early or is no UTF-8; the gate says why it is refused.
    return null;
  }
}

/** Whether a typed string goes on where the document has its author's last one. */
export function goesOnIn(doc: Y.Doc, { client, clock, right }: TypedOn): boolean {
  const last = doc.store.clients.get(client)?.at(-1);
  if (!(last instanceof Y.Item) || last.id.clock + last.length !== clock) return false;
  if (last.deleted || last.parentSub !== null || !(last.parent instanceof Y.XmlText)) return false;
  if (!(last.content instanceof Y.ContentString)) return false;
  return isSameId(last.right?.id ?? null, right);
}

/** Typed strings of several people, each of them without a gap. */
export class TypedRuns {
  private readonly runs = new Map<number, TypedOn[]>();

  get isEmpty(): boolean {
    return this.runs.size === 0;
  }

  /** @returns whether the string goes on where the last one here of the same author ends. */
  goesOn({ client, clock, right }: TypedOn): boolean {
    const last = this.runs.get(client)?.at(-1);
    return last !== undefined && last.end === clock && isSameId(last.right, right);
  }

  hasAny(client: number): boolean {
    return this.runs.has(client);
  }

  add(typed: TypedOn): void {
    const run = this.runs.get(typed.client);
    if (run === undefined) this.runs.set(typed.client, [typed]);
    else run.push(typed);
  }

  /** All of it as one update, the highest client first: Y.mergeUpdates loses others on the way. */
  merged(): Uint8Array {
    const parts: Uint8Array[] = [numbers(this.runs.size)];
    for (const [client, run] of [...this.runs].sort(([one], [other]) => other - one)) {
      parts.push(numbers(run.length, client, run[0]?.clock ?? 0));
      for (const { struct } of run) parts.push(struct);
    }
    parts.push(NO_DELETES);
    return new Uint8Array(Buffer.concat(parts));
  }
}

/** Long strings are pasted, and pasting is worth the whole gate. */
const TYPED_BYTES = 512;
const NO_DELETES = Uint8Array.of(0);

function readId(decoder: decoding.Decoder): Id {
  return { client: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder) };
}

function isSameId(one: Id | null, other: Id | null): boolean {
  return one === null ? other === null : one.client === other?.client && one.clock === other.clock;
}

/** Yjs writes numbers in groups of seven bits, the lowest first. */
function numbers(...values: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  for (let value of values) {
    for (; value > 127; value = Math.floor(value / 128)) bytes.push(128 | (value % 128));
    bytes.push(value);
  }
  return Uint8Array.from(bytes);
}
