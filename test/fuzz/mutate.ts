/** Frames that nobody means: bytes by chance, and true ones with something done to them. */
import { pick, type Random } from './chance.ts';

export type Mutation = 'random' | 'flipped' | 'truncated' | 'spliced' | 'repeated' | 'number';

/** @param samples true updates, from which most frames are made. */
export function mutated(samples: readonly Uint8Array[], random: Random): Uint8Array {
  const sample = pick(samples, random) ?? new Uint8Array();
  switch (pick(MUTATIONS, random)) {
    case 'random':
      return randomBytes(Math.floor(random() * 300), random);
    case 'flipped':
      return flipped(sample, random);
    case 'truncated':
      return sample.slice(0, Math.floor(random() * sample.length));
    case 'spliced':
      return spliced(sample, pick(samples, random) ?? sample, random);
    case 'repeated':
      return repeated(sample, random);
    default:
      return withNumber(sample, random);
  }
}

const MUTATIONS: readonly Mutation[] = [
  'random',
  'flipped',
  'flipped',
  'truncated',
  'spliced',
  'repeated',
  'number',
];

function randomBytes(length: number, random: Random): Uint8Array {
  // Small numbers get further into a parser than large ones.
  const highest = random() < 0.5 ? 256 : 12;
  return Uint8Array.from({ length }, () => Math.floor(random() * highest));
}

function flipped(sample: Uint8Array, random: Random): Uint8Array {
  const copy = sample.slice();
  for (let left = 1 + random() * 4; left > 0; left -= 1) {
    const at = Math.floor(random() * copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  }
  return copy;
}

function spliced(head: Uint8Array, tail: Uint8Array, random: Random): Uint8Array {
  const from = Math.floor(random() * tail.length);
  return joined(head.subarray(0, Math.floor(random() * head.length)), tail.subarray(from));
}

function repeated(sample: Uint8Array, random: Random): Uint8Array {
  const from = Math.floor(random() * sample.length);
  const to = from + Math.floor(random() * (sample.length - from));
  return joined(sample.subarray(0, to), sample.subarray(from));
}

/** A length or a clock that says something else, in as many bytes as it takes. */
function withNumber(sample: Uint8Array, random: Random): Uint8Array {
  const at = Math.floor(random() * sample.length);
  const number = Array.from({ length: 1 + Math.floor(random() * 8) }, () => 0xff);
  number.push(Math.floor(random() * 128));
  return joined(sample.subarray(0, at), Uint8Array.from(number), sample.subarray(at + 1));
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
