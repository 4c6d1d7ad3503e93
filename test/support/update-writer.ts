/** Writes Yjs updates (V1) struct by struct, also such as no client ever makes. */
import * as encoding from 'lib0/encoding';

export type Id = readonly [client: number, clock: number];

/** Content of a struct, by its number in Yjs 13. */
export type Content =
  | { gc: number }
  | { deleted: number }
  | { string: string }
  | { embed: string }
  | { binary: number }
  | { mark: readonly [key: string, value: string] }
  | { element: string }
  | { type: number }
  | { values: readonly unknown[] }
  | { rawValue: Uint8Array }
  | { subdocument: string }
  | { skip: number }
  | { json: string };

export type Struct = Content & {
  left?: Id;
  right?: Id;
  /** Name of a root, or a struct; needed where there is no neighbour. */
  below?: string | Id;
  key?: string;
};

export type ClientPart = { client: number; clock: number; structs: readonly Struct[] };
export type Deletes = readonly (readonly [
  client: number,
  ranges: readonly (readonly [start: number, length: number])[],
])[];

export const TYPE = { map: 1, xmlElement: 3, xmlText: 6 } as const;

export function writeUpdate(parts: readonly ClientPart[], deletes: Deletes = []): Uint8Array {
  return bytes((to) => {
    writeNumbers(to, parts.length);
    for (const { client, clock, structs } of parts) {
      writeNumbers(to, structs.length, client, clock);
      for (const struct of structs) writeStruct(to, struct);
    }
    writeNumbers(to, deletes.length);
    for (const [client, ranges] of deletes) {
      writeNumbers(to, client, ranges.length);
      for (const [start, length] of ranges) writeNumbers(to, start, length);
    }
  });
}

export function writeNumbers(to: encoding.Encoder, ...numbers: readonly number[]): void {
  for (const number of numbers) encoding.writeVarUint(to, number);
}

export function bytes(write: (to: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

/** Lists of several million structs and strings are written as fast as possible elsewhere. */
export function repeat(times: number, struct: (index: number) => Struct): Struct[] {
  return Array.from({ length: times }, (_, index) => struct(index));
}

function writeStruct(to: encoding.Encoder, struct: Struct): void {
  const { left, right, below, key } = struct;
  const { ref, write } = contentOf(struct);
  const info = (left ? 0x80 : 0) | (right ? 0x40 : 0) | (key === undefined ? 0 : 0x20);
  encoding.writeUint8(to, ref | info);
  if (ref !== 0 && ref !== 10) {
    if (left) writeNumbers(to, ...left);
    if (right) writeNumbers(to, ...right);
    if (!left && !right) {
      if (typeof below === 'string') {
        writeNumbers(to, 1);
        encoding.writeVarString(to, below);
      } else {
        writeNumbers(to, 0, ...(below ?? [0, 0]));
      }
      if (key !== undefined) encoding.writeVarString(to, key);
    }
  }
  write(to);
}

type Written = { ref: number; write: (to: encoding.Encoder) => void };

function contentOf(content: Content): Written {
  if ('gc' in content) return number(0, content.gc);
  if ('deleted' in content) return number(1, content.deleted);
  if ('json' in content) return strings(2, ['1', content.json], writeCounted);
  if ('binary' in content) {
    const { binary } = content;
    return { ref: 3, write: (to) => encoding.writeVarUint8Array(to, new Uint8Array(binary)) };
  }
  if ('string' in content) return strings(4, [content.string]);
  if ('embed' in content) return strings(5, [content.embed]);
  if ('mark' in content) return strings(6, content.mark);
  if ('element' in content) {
    const { element } = content;
    return {
      ref: 7,
      write: (to) => {
        writeNumbers(to, TYPE.xmlElement);
        encoding.writeVarString(to, element);
      },
    };
  }
  if ('type' in content) return number(7, content.type);
  if ('values' in content) return values(content.values);
  if ('rawValue' in content) {
    const { rawValue } = content;
    return {
      ref: 8,
      write: (to) => {
        writeNumbers(to, 1);
        encoding.writeUint8Array(to, rawValue);
      },
    };
  }
  if ('subdocument' in content) return subdocument(content.subdocument);
  return number(10, content.skip);
}

function number(ref: number, value: number): Written {
  return { ref, write: (to) => writeNumbers(to, value) };
}

function strings(
  ref: number,
  texts: readonly string[],
  write = (to: encoding.Encoder, text: string) => encoding.writeVarString(to, text),
): Written {
  return { ref, write: (to) => texts.forEach((text) => write(to, text)) };
}

/** JSON of old clients: how many, then each. */
function writeCounted(to: encoding.Encoder, text: string): void {
  if (text === '1') writeNumbers(to, 1);
  else encoding.writeVarString(to, text);
}

function values(of: readonly unknown[]): Written {
  return {
    ref: 8,
    write: (to) => {
      writeNumbers(to, of.length);
      for (const value of of)
        encoding.writeAny(to, value as Parameters<typeof encoding.writeAny>[1]);
    },
  };
}

function subdocument(guid: string): Written {
  return {
    ref: 9,
    write: (to) => {
      encoding.writeVarString(to, guid);
      encoding.writeAny(to, { autoLoad: true });
    },
  };
}
