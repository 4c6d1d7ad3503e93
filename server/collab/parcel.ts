/** Messages that leave together. However many people get them, they are framed once. */
export class Parcel {
  readonly messages: readonly Uint8Array[];
  private framed: Buffer | null = null;

  constructor(messages: readonly Uint8Array[]) {
    this.messages = messages;
  }

  /** The same as WebSocket frames, one after the other. */
  get frames(): Buffer {
    this.framed ??= Buffer.concat(
      this.messages.flatMap((message) => [frameHead(message.length), message]),
    );
    return this.framed;
  }
}

/** Head of a whole binary message from a server, which has no mask (RFC 6455, section 5.2). */
function frameHead(length: number): Buffer {
  if (length < 126) return Buffer.of(WHOLE_BINARY, length);
  if (length < 65_536) return Buffer.of(WHOLE_BINARY, 126, length >> 8, length & 0xff);
  const head = Buffer.alloc(10);
  head.writeUInt8(WHOLE_BINARY, 0);
  head.writeUInt8(127, 1);
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}

const WHOLE_BINARY = 0x82;
