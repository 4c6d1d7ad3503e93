import * as decoding from 'lib0/decoding';
import { UPDATE_LIMITS } from '../limits.ts';
import { skipAny } from './any-value.ts';
import { CONTENT_ROOT, DANGEROUS_KEYS, ELEMENT_NAMES } from './known-content.ts';
import type { Id, Place } from './placement.ts';
import { refuse } from './refusal.ts';
import type { Screening } from './screen-update.ts';

type At = { client: number; clock: number };

/** Bits of the info byte, and content references, of Yjs 13 (src/structs/Item.js). */
const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;
const HAS_PARENT_KEY = 0x20;
const KIND = { gc: 0, deleted: 1, string: 4, format: 6, type: 7, any: 8 } as const;
const TYPE = { xmlElement: 3, xmlText: 6 } as const;

/** Reads one struct. @returns its length in clock steps. */
export function screenStruct(screening: Screening, at: At): number {
  const { decoder, placement } = screening;
  const info = decoding.readUint8(decoder);
  const kind = info & 0x1f;
  if (kind === KIND.gc) {
    const length = boundedLength(decoding.readVarUint(decoder));
    placement.add({ ...at, start: at.clock, length, place: 'nowhere', isType: false });
    return length;
  }
  const place = screenPlace(screening, info, at);
  const length = screenContent(screening, kind);
  if (length < 1) refuse('length');
  placement.add({ ...at, start: at.clock, length, place, isType: kind === KIND.type });
  return length;
}

/** Origins, or the parent where there are none. */
function screenPlace(screening: Screening, info: number, at: At): Place {
  const { decoder, references } = screening;
  const left = info & HAS_ORIGIN ? readId(decoder, at) : null;
  const right = info & HAS_RIGHT_ORIGIN ? readId(decoder, at) : null;
  if (left !== null) references.push(left);
  if (right !== null) references.push(right);
  const neighbour = left ?? right;
  if (neighbour !== null) return { beside: neighbour };

  const place = screenParent(screening, at);
  if (info & HAS_PARENT_KEY) {
    const key = decoding.readVarString(decoder);
    if (key.length > UPDATE_LIMITS.keyCharacters || DANGEROUS_KEYS.has(key)) refuse('key');
  }
  return place;
}

function screenParent({ decoder, references }: Screening, at: At): Place {
  if (decoding.readVarUint(decoder) === 1) {
    if (decoding.readVarString(decoder) !== CONTENT_ROOT) refuse('root');
    return 'root';
  }
  const parent = readId(decoder, at);
  references.push(parent);
  return { below: parent };
}

function readId(decoder: decoding.Decoder, at: At): Id {
  const client = decoding.readVarUint(decoder);
  const clock = decoding.readVarUint(decoder);
  if (client === at.client && clock >= at.clock) refuse('self-reference');
  return { client, clock };
}

/** @returns the length of the content. */
function screenContent(screening: Screening, kind: number): number {
  const { decoder } = screening;
  switch (kind) {
    case KIND.deleted:
      return boundedLength(decoding.readVarUint(decoder));
    case KIND.string: {
      const { length } = decoding.readVarString(decoder);
      if (length > UPDATE_LIMITS.stringCharacters) refuse('string');
      return length;
    }
    case KIND.format:
      screenFormat(screening);
      return 1;
    case KIND.type:
      screenType(decoder);
      return 1;
    case KIND.any: {
      const values = decoding.readVarUint(decoder);
      for (let left = values; left > 0; left -= 1) skipAny(decoder, screening.any);
      return values;
    }
    default:
      // Skips, JSON of old clients, binaries, embeds and sub-documents have no place in a text.
      return refuse(kind === 10 ? 'skip' : 'content');
  }
}

function screenFormat(screening: Screening): void {
  screening.formats += 1;
  if (screening.formats > UPDATE_LIMITS.formats) refuse('format');
  const key = decoding.readVarString(screening.decoder);
  const value = decoding.readVarString(screening.decoder);
  if (key.length > UPDATE_LIMITS.keyCharacters || DANGEROUS_KEYS.has(key)) refuse('key');
  if (value.length > UPDATE_LIMITS.formatCharacters || !isJson(value)) refuse('format');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (fault) {
    if (fault instanceof SyntaxError) return false;
    throw fault;
  }
}

function screenType(decoder: decoding.Decoder): void {
  const type = decoding.readVarUint(decoder);
  if (type === TYPE.xmlText) return;
  if (type !== TYPE.xmlElement) refuse('node-type');
  if (!ELEMENT_NAMES.has(decoding.readVarString(decoder))) refuse('node-type');
}

function boundedLength(length: number): number {
  if (length < 1 || length > UPDATE_LIMITS.stringCharacters) refuse('length');
  return length;
}
