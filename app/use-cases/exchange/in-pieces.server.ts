import { setImmediate } from 'node:timers/promises';

/** `items.map(work)`, with room for other requests after every few. */
export async function inPieces<Item, Outcome>(
  items: readonly Item[],
  work: (item: Item) => Outcome,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [index, item] of items.entries()) {
    if (index > 0 && index % AT_ONCE === 0) await setImmediate();
    outcomes.push(work(item));
  }
  return outcomes;
}

const AT_ONCE = 100;
