/** Just enough of the Yjs update format (V1) to write single edits and to recognise them again. */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/** A paragraph with one character in it, and the clock of its author afterwards. */
export function paragraphOf(clientId: number): { update: Uint8Array; clock: number } {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('a')]);
  doc.get('root-v2', Y.XmlElement).push([paragraph]);
  const update = Y.encodeStateAsUpdate(doc);
  const clock = Y.getState(doc.store, clientId);
  doc.destroy();
  return { update, clock };
}

/** One character typed after the last one of the same author. */
export function typedCharacter(clientId: number, clock: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, clientId);
  encoding.writeVarUint(encoder, clock);
  encoding.writeUint8(encoder, HAS_ORIGIN | STRING);
  encoding.writeVarUint(encoder, clientId);
  encoding.writeVarUint(encoder, clock - 1);
  encoding.writeVarString(encoder, String.fromCharCode(97 + (clock % 26)));
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

/** A cursor as editors send it: one entry of the awareness protocol. */
export function cursorAt(clientId: number, clock: number): Uint8Array {
  const place = { type: null, tname: null, item: { client: clientId, clock }, assoc: 0 };
  const state = { name: `Writer ${clientId}`, color: '#3366aa', anchorPos: place, focusPos: place };
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, clientId);
  encoding.writeVarUint(encoder, clock);
  encoding.writeVarString(encoder, JSON.stringify({ ...state, focusing: true }));
  return encoding.toUint8Array(encoder);
}

const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;
const HAS_KEY = 0x20;
const STRING = 4;

type Seen = (client: number, clock: number, length: number) => void;

/** Reads numbers and steps over the rest, without copying anything. */
export class ByteReader {
  bytes: Uint8Array = new Uint8Array(0);
  at = 0;

  open(bytes: Uint8Array, at: number): this {
    this.bytes = bytes;
    this.at = at;
    return this;
  }

  byte(): number {
    const value = this.bytes[this.at];
    if (value === undefined) throw new Error('A frame ended early.');
    this.at += 1;
    return value;
  }

  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  skipNumber(): void {
    while (this.byte() > 127);
  }

  skipBytes(): void {
    const length = this.number();
    this.at += length;
  }

  /** Length of a string in UTF-16 units, as Yjs counts. */
  stringLength(): number {
    const end = this.number() + this.at;
    let length = 0;
    while (this.at < end) {
      const byte = this.byte();
      if ((byte & 0xc0) !== 0x80) length += byte >= 0xf0 ? 2 : 1;
    }
    return length;
  }
}

/** Calls `seen` for each struct of an update that holds content. */
export function scanUpdate(reader: ByteReader, seen: Seen): void {
  for (let clients = reader.number(); clients > 0; clients -= 1) {
    let structs = reader.number();
    const client = reader.number();
    let clock = reader.number();
    for (; structs > 0; structs -= 1) {
      const start = clock;
      const before = reader.bytes[reader.at] ?? 0;
      clock += scanStruct(reader);
      if ((before & 31) !== SKIP) seen(client, start, clock - start);
    }
  }
}

const SKIP = 10;

function scanStruct(reader: ByteReader): number {
  const kind = reader.byte();
  const content = kind & 31;
  if (content === 0 || content === SKIP) return reader.number();
  skipPlace(reader, kind);
  if (content === STRING) return reader.stringLength();
  if (content === 1) return reader.number();
  if (content === 6) {
    reader.skipBytes();
    reader.skipBytes();
    return 1;
  }
  if (content !== 7) throw new Error(`The bench does not write content ${content}.`);
  if (reader.number() === XML_ELEMENT) reader.skipBytes();
  return 1;
}

const XML_ELEMENT = 3;

function skipPlace(reader: ByteReader, kind: number): void {
  for (const bit of [HAS_ORIGIN, HAS_RIGHT_ORIGIN]) {
    if ((kind & bit) === 0) continue;
    reader.skipNumber();
    reader.skipNumber();
  }
  if ((kind & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) !== 0) return;
  if (reader.number() === 1) reader.skipBytes();
  else {
    reader.skipNumber();
    reader.skipNumber();
  }
  if ((kind & HAS_KEY) !== 0) reader.skipBytes();
}
