import * as Y from 'yjs';
import { UPDATE_LIMITS } from '../limits.ts';
import type { Entry } from './entry.ts';
import { readNumber } from './read-number.ts';
import { refuse } from './refusal.ts';
import { knownClock, type Screening } from './screening.ts';

/**
 * The delete set: sorted ranges without overlap, of what exists. A range that reaches into the
 * future would remove other people's next words as they arrive. Whoever answers a state vector
 * tells all that was ever removed in the document: what is known of it costs Yjs next to nothing,
 * and is counted apart.
 */
export function screenDeletes(screening: Screening): void {
  const { decoder } = screening;
  const clients = readNumber(decoder);
  if (clients > UPDATE_LIMITS.deleteClients) refuse('delete-clients');
  const seen = new Set<number>();
  const counted: Counted = { told: 0, fresh: 0 };
  const former = byClient(screening.formerValues);
  for (let left = clients; left > 0; left -= 1) {
    const client = readNumber(decoder);
    // The same client again would be a way around the order of its ranges.
    if (seen.has(client)) refuse('delete-order');
    seen.add(client);
    const count = readNumber(decoder);
    counted.told += count;
    if (counted.told > UPDATE_LIMITS.deleteRanges) refuse('delete-ranges');
    screenRanges(screening, { client, count, counted, former: former.get(client) ?? [] });
    former.delete(client);
  }
  if (former.size > 0) refuse('attribute');
}

function byClient(entries: readonly Entry[]): Map<number, Entry[]> {
  const grouped = new Map<number, Entry[]>();
  for (const entry of entries) {
    const ofClient = grouped.get(entry.client);
    if (ofClient === undefined) grouped.set(entry.client, [entry]);
    else ofClient.push(entry);
  }
  return grouped;
}

type Counted = { told: number; fresh: number };

function screenRanges(
  screening: Screening,
  of: { client: number; count: number; counted: Counted; former: readonly Entry[] },
): void {
  const limit = knownClock(screening, of.client);
  let end = 0;
  let removed = 0;
  for (let left = of.count; left > 0; left -= 1) {
    const start = readNumber(screening.decoder);
    const length = readNumber(screening.decoder);
    if (start < end || length < 1) refuse('delete-order');
    end = start + length;
    if (end > limit) refuse('delete-future');
    // Both in the order of their clocks.
    for (let one = of.former[removed]; one !== undefined && one.end <= end;) {
      if (one.start < start) refuse('attribute');
      removed += 1;
      one = of.former[removed];
    }
    if (isRemoved(screening.store, { client: of.client, start, end })) continue;
    of.counted.fresh += 1;
    if (of.counted.fresh > UPDATE_LIMITS.freshDeleteRanges) refuse('delete-ranges');
  }
  if (removed < of.former.length) refuse('attribute');
}

/** Whether the document has all of a stretch, and has removed all of it. */
function isRemoved(
  store: Y.Doc['store'],
  stretch: { client: number; start: number; end: number },
): boolean {
  const structs = store.clients.get(stretch.client);
  if (structs === undefined || stretch.end > Y.getState(store, stretch.client)) return false;
  let index = Y.findIndexSS(structs, stretch.start);
  for (let at = structs[index]; at !== undefined; at = structs[index]) {
    if (at.id.clock >= stretch.end) break;
    if (!at.deleted) return false;
    index += 1;
  }
  return true;
}
