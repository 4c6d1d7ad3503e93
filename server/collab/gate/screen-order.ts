/**
 * The order in which Yjs takes the structs of several clients: those of one client one after the
 * other, and where one stands on another client's, that one first. When two clients wait for each
 * other, each with a struct that stands on a later one of the other, none of it is ever taken.
 */
import type { Id } from './entry.ts';
import { refuse } from './refusal.ts';

/** A struct, by its first clock, and one that it names. */
export type Reference = { by: Id; to: Id };

/** Take what is left of a client's structs, up to those that start before a clock. */
export type Turn = { client: number; before: number };

/**
 * @param references in the order of the update; those to what is known already do no harm.
 * @param of the clients of the update, and the clock of a client before it.
 * @returns whose turn it is, one after the other.
 * @throws GateRefusal
 */
export function screenOrder(
  references: readonly Reference[],
  { clients, known }: { clients: readonly number[]; known: (client: number) => number },
): Turn[] {
  const waiting = new Map<number, Reference[]>();
  for (const reference of references) {
    const { by, to } = reference;
    if (to.client === by.client || to.clock < known(to.client)) continue;
    const ofClient = waiting.get(by.client);
    if (ofClient === undefined) waiting.set(by.client, [reference]);
    else ofClient.push(reference);
  }
  const order = new Order(waiting);
  // The highest first.
  for (const client of [...clients].sort((one, other) => other - one)) {
    order.advance(client, Number.MAX_SAFE_INTEGER - 1);
  }
  return order.turns;
}

class Order {
  readonly turns: Turn[] = [];
  private readonly waiting: ReadonlyMap<number, readonly Reference[]>;
  private readonly next = new Map<number, number>();
  private readonly reached = new Map<number, number>();
  private readonly open = new Set<number>();

  constructor(waiting: ReadonlyMap<number, readonly Reference[]>) {
    this.waiting = waiting;
  }

  /** Takes what a client has up to a clock; no deeper than there are clients, because each is open once. */
  advance(client: number, upTo: number): void {
    if (this.open.has(client)) refuse('self-reference');
    this.open.add(client);
    const references = this.waiting.get(client) ?? [];
    let at = this.next.get(client) ?? 0;
    for (
      let one = references[at];
      one !== undefined && one.by.clock <= upTo;
      one = references[at]
    ) {
      if ((this.reached.get(one.to.client) ?? 0) <= one.to.clock) {
        this.turns.push({ client, before: one.by.clock });
        this.advance(one.to.client, one.to.clock);
      }
      at += 1;
    }
    this.turns.push({ client, before: upTo + 1 });
    this.next.set(client, at);
    this.reached.set(client, Math.max(this.reached.get(client) ?? 0, upTo + 1));
    this.open.delete(client);
  }
}
