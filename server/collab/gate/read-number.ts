import * as decoding from 'lib0/decoding';
import { refuse } from './refusal.ts';

/**
 * Reads a length, a clock, a count or a client id. lib0 reads on as long as a number goes on: after
 * 147 bytes of nothing it is no number any more, which is neither more nor less than any limit.
 * @throws GateRefusal when it takes more than the eight bytes of the largest safe integer.
 */
export function readNumber(decoder: decoding.Decoder): number {
  const from = decoder.pos;
  const value = decoding.readVarUint(decoder);
  if (decoder.pos - from > BYTES_MAX || value > Number.MAX_SAFE_INTEGER) refuse('number');
  return value;
}

const BYTES_MAX = 8;
