import * as decoding from 'lib0/decoding';
import { UPDATE_LIMITS } from '../limits.ts';
import { skipAny } from './any-value.ts';
import { CONTENT_ROOT, DANGEROUS_KEYS, ELEMENT_NAMES, isKnownMark } from './known-content.ts';
import { ROOT, type Holding, type Id, type Place } from './entry.ts';
import { readNumber } from './read-number.ts';
import { refuse } from './refusal.ts';
import type { Screening } from './screening.ts';

/** Bits of the info byte, and content references, of Yjs 13 (src/structs/Item.js). */
const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;
const HAS_PARENT_KEY = 0x20;
const KIND = { gc: 0, deleted: 1, string: 4, format: 6, type: 7, any: 8 } as const;
const KINDS: ReadonlySet<number> = new Set(Object.values(KIND));
const SKIP = 10;
const TYPE = { xmlElement: 3, xmlText: 6 } as const;

/** Reads one struct. @returns its length in clock steps. */
export function screenStruct(screening: Screening, at: Id): number {
  const { decoder, placement } = screening;
  const info = decoding.readUint8(decoder);
  const kind = info & 0x1f;
  // Skips, JSON of old clients, binaries, embeds and sub-documents have no place in a text.
  if (!KINDS.has(kind)) refuse(kind === SKIP ? 'skip' : 'content');
  const place = kind === KIND.gc ? 'nowhere' : screenPlace(screening, info, at);
  const { length, ...holding } = screenContent(screening, kind);
  if (length < 1) refuse('length');
  placement.add({ client: at.client, start: at.clock, end: at.clock + length, place, holding });
  return length;
}

/** Origins, or the parent where there are none. */
function screenPlace(screening: Screening, info: number, at: Id): Place {
  const { decoder, references } = screening;
  const left = info & HAS_ORIGIN ? readId(decoder, at) : null;
  const right = info & HAS_RIGHT_ORIGIN ? readId(decoder, at) : null;
  if (left !== null) references.push({ by: at, to: left });
  if (right !== null) references.push({ by: at, to: right });
  if (left !== null || right !== null) return { left, right };

  const below = screenParent(screening, at);
  if ((info & HAS_PARENT_KEY) === 0) return { below, key: null };
  const key = decoding.readVarString(decoder);
  if (key.length > UPDATE_LIMITS.keyCharacters || DANGEROUS_KEYS.has(key)) refuse('key');
  return { below, key };
}

function screenParent({ decoder, references }: Screening, at: Id): Id | typeof ROOT {
  if (readNumber(decoder) === 1) {
    if (decoding.readVarString(decoder) !== CONTENT_ROOT) refuse('root');
    return ROOT;
  }
  const parent = readId(decoder, at);
  references.push({ by: at, to: parent });
  return parent;
}

function readId(decoder: decoding.Decoder, at: Id): Id {
  const client = readNumber(decoder);
  const clock = readNumber(decoder);
  if (client === at.client && clock >= at.clock) refuse('self-reference');
  return { client, clock };
}

function screenContent(screening: Screening, kind: number): Holding & { length: number } {
  const { decoder } = screening;
  switch (kind) {
    case KIND.gc:
      return { kind: 'collected', length: boundedLength(readNumber(decoder)) };
    case KIND.deleted:
      return { kind: 'deleted', length: boundedLength(readNumber(decoder)) };
    case KIND.string: {
      const { length } = decoding.readVarString(decoder);
      if (length > UPDATE_LIMITS.stringCharacters) refuse('string');
      return { kind: 'string', length };
    }
    case KIND.format:
      screenMark(screening);
      return { kind: 'mark', length: 1 };
    case KIND.type:
      return { ...screenType(decoder), length: 1 };
    case KIND.any:
      return screenValues(screening);
    default:
      return refuse('content');
  }
}

function screenValues({ decoder, any }: Screening): Holding & { length: number } {
  const values = readNumber(decoder);
  const { pos, arr } = decoder;
  for (let left = values; left > 0; left -= 1) skipAny(decoder, any);
  const read = (): unknown[] => {
    const again = decoding.createDecoder(arr);
    again.pos = pos;
    return Array.from({ length: values }, (): unknown => decoding.readAny(again));
  };
  return { kind: 'values', read, length: values };
}

function screenMark(screening: Screening): void {
  screening.formats += 1;
  if (screening.formats > UPDATE_LIMITS.formats) refuse('format');
  const key = decoding.readVarString(screening.decoder);
  const value = decoding.readVarString(screening.decoder);
  if (key.length > UPDATE_LIMITS.keyCharacters || DANGEROUS_KEYS.has(key)) refuse('key');
  if (value.length > UPDATE_LIMITS.formatCharacters || !isReadableMark(key, value)) {
    refuse('format');
  }
}

function isReadableMark(key: string, value: string): boolean {
  try {
    return isKnownMark(key, JSON.parse(value) as unknown);
  } catch (fault) {
    if (fault instanceof SyntaxError) return false;
    throw fault;
  }
}

function screenType(decoder: decoding.Decoder): Holding {
  const type = readNumber(decoder);
  if (type === TYPE.xmlText) return { kind: 'text' };
  if (type !== TYPE.xmlElement) refuse('node-type');
  const name = decoding.readVarString(decoder);
  if (!ELEMENT_NAMES.has(name)) refuse('node-type');
  return { kind: 'element', name };
}

function boundedLength(length: number): number {
  if (length < 1 || length > UPDATE_LIMITS.stringCharacters) refuse('length');
  return length;
}
