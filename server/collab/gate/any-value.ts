import * as decoding from 'lib0/decoding';
import { UPDATE_LIMITS } from '../limits.ts';
import { DANGEROUS_KEYS } from './known-content.ts';
import { readNumber } from './read-number.ts';
import { refuse } from './refusal.ts';

/** How many values one update has shown so far. */
export type AnyBudget = { nodes: number };

/** Walks one lib0 `any` value without building it. */
export function skipAny(decoder: decoding.Decoder, budget: AnyBudget, depth = 0): void {
  budget.nodes += 1;
  if (depth > UPDATE_LIMITS.anyDepth || budget.nodes > UPDATE_LIMITS.anyNodes) refuse('any');
  // lib0 counts its type tags down from 127.
  switch (127 - decoding.readUint8(decoder)) {
    case 0: // undefined
    case 1: // null
    case 6: // false
    case 7: // true
      return;
    case 2:
      decoding.readVarInt(decoder);
      return;
    case 3:
      decoding.readFloat32(decoder);
      return;
    case 4:
      decoding.readFloat64(decoder);
      return;
    case 5:
      decoding.readBigInt64(decoder);
      return;
    case 8:
      skipString(decoder);
      return;
    case 9:
      skipObject(decoder, budget, depth);
      return;
    case 10:
      skipArray(decoder, budget, depth);
      return;
    case 11:
      decoding.readVarUint8Array(decoder);
      return;
    default:
      refuse('any');
  }
}

function skipObject(decoder: decoding.Decoder, budget: AnyBudget, depth: number): void {
  for (let left = readNumber(decoder); left > 0; left -= 1) {
    if (DANGEROUS_KEYS.has(decoding.readVarString(decoder))) refuse('key');
    skipAny(decoder, budget, depth + 1);
  }
}

function skipArray(decoder: decoding.Decoder, budget: AnyBudget, depth: number): void {
  for (let left = readNumber(decoder); left > 0; left -= 1) {
    skipAny(decoder, budget, depth + 1);
  }
}

/** Read, not stepped over: bytes that are no UTF-8 would only stop who applies the update. */
function skipString(decoder: decoding.Decoder): void {
  if (decoding.readVarString(decoder).length > UPDATE_LIMITS.stringCharacters) refuse('string');
}
