import * as decoding from 'lib0/decoding';
import { UPDATE_LIMITS } from '../limits.ts';
import { refuse } from './refusal.ts';
import { knownClock, type Screening } from './screening.ts';

/**
 * The delete set: sorted ranges without overlap, of what exists. A range that reaches into the
 * future would remove other people's next words as they arrive.
 * @returns how many ranges there are.
 */
export function screenDeletes(screening: Screening): number {
  const { decoder } = screening;
  const clients = decoding.readVarUint(decoder);
  if (clients > UPDATE_LIMITS.deleteClients) refuse('delete-clients');
  const seen = new Set<number>();
  let ranges = 0;
  for (let left = clients; left > 0; left -= 1) {
    const client = decoding.readVarUint(decoder);
    // The same client again would be a way around the order of its ranges.
    if (seen.has(client)) refuse('delete-order');
    seen.add(client);
    const count = decoding.readVarUint(decoder);
    ranges += count;
    if (ranges > UPDATE_LIMITS.deleteRanges) refuse('delete-ranges');
    screenRanges(screening, { count, limit: knownClock(screening, client) });
  }
  return ranges;
}

function screenRanges(screening: Screening, of: { count: number; limit: number }): void {
  let end = 0;
  for (let left = of.count; left > 0; left -= 1) {
    const start = decoding.readVarUint(screening.decoder);
    const length = decoding.readVarUint(screening.decoder);
    if (start < end || length < 1) refuse('delete-order');
    end = start + length;
    if (end > of.limit) refuse('delete-future');
  }
}
