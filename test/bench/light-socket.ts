/**
 * A WebSocket client on a bare TCP socket. Payloads are handed over inside a shared read buffer, so
 * that one core of clients can keep one core of server busy.
 */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

export type Hear = {
  open: () => void;
  /** The payload is `bytes[start, end)`, good until the call returns. */
  message: (bytes: Uint8Array, start: number, end: number) => void;
  /** Called once. @param code of the close frame, 1006 without one. */
  closed: (code: number) => void;
};

const READ_BUFFER = Buffer.allocUnsafe(256 * 1024);
/** Servers demand a mask and gain nothing from it: zeros leave the payload as it is. */
const MASK_BIT = 0x80;

export class LightSocket {
  bytesReceived = 0;
  private readonly socket: Socket;
  private readonly hear: Hear;
  private isOpen = false;
  private isClosed = false;
  /** What is left of the last read: a part of a head or of a frame. */
  private rest: Buffer | null = null;
  /** Parts of a frame whose end has not come. */
  private partial: { parts: Buffer[]; missing: number } | null = null;

  constructor(url: string, hear: Hear) {
    const { hostname, port, pathname } = new URL(url);
    this.hear = hear;
    this.socket = connect({
      host: hostname,
      port: Number(port),
      noDelay: true,
      onread: {
        buffer: READ_BUFFER,
        callback: (length) => {
          this.read(READ_BUFFER.subarray(0, length));
          return true;
        },
      },
    });
    this.socket.on('connect', () => {
      const key = randomBytes(16).toString('base64');
      const head = [
        `GET ${pathname} HTTP/1.1`,
        `Host: ${hostname}:${port}`,
        'Upgrade: websocket',
        'Connection: Upgrade',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${key}`,
      ];
      this.socket.write(`${head.join('\r\n')}\r\n\r\n`);
    });
    this.socket.on('error', () => this.end(1006));
    this.socket.on('close', () => this.end(1006));
  }

  send(payload: Uint8Array): void {
    this.write(0x82, payload);
  }

  close(): void {
    if (this.isClosed) return;
    this.write(0x88, Uint8Array.of(0x03, 0xe8));
    this.socket.end();
  }

  /** Hangs up without a word. */
  destroy(): void {
    this.isClosed = true;
    this.socket.destroy();
  }

  private write(kind: number, payload: Uint8Array): void {
    if (this.isClosed) return;
    const { length } = payload;
    const size = length < 126 ? 2 : length < 65_536 ? 4 : 10;
    const frame = Buffer.allocUnsafe(size + 4 + length);
    frame[0] = kind;
    frame[1] = MASK_BIT | (size === 2 ? length : size === 4 ? 126 : 127);
    if (size === 4) frame.writeUInt16BE(length, 2);
    if (size === 10) frame.writeBigUInt64BE(BigInt(length), 2);
    frame.fill(0, size, size + 4);
    frame.set(payload, size + 4);
    this.socket.write(frame);
  }

  private read(chunk: Buffer): void {
    this.bytesReceived += chunk.length;
    const bytes = this.rest === null ? chunk : Buffer.concat([this.rest, chunk]);
    this.rest = null;
    const at = this.isOpen ? 0 : this.readHead(bytes);
    if (at >= 0) this.readFrames(bytes, at);
  }

  /** @returns where the frames begin, -1 when the head is not whole. */
  private readHead(bytes: Buffer): number {
    const end = bytes.indexOf('\r\n\r\n');
    if (end === -1) {
      this.rest = Buffer.from(bytes);
      return -1;
    }
    this.isOpen = true;
    this.hear.open();
    return end + 4;
  }

  private readFrames(bytes: Buffer, from: number): void {
    let at = from;
    while (at < bytes.length && !this.isClosed) {
      if (this.partial !== null) {
        at = this.readOn(this.partial, bytes, at);
        continue;
      }
      const left = bytes.length - at;
      const mark = (bytes[at + 1] ?? 0) & 0x7f;
      const size = mark < 126 ? 2 : mark === 126 ? 4 : 10;
      if (left < size) {
        this.rest = Buffer.from(bytes.subarray(at));
        return;
      }
      const length =
        size === 2 ? mark : bytes.readUIntBE(at + (size === 4 ? 2 : 4), size === 4 ? 2 : 6);
      const kind = (bytes[at] ?? 0) & 0x0f;
      if (left < size + length) {
        this.partial = { parts: [], missing: size + length };
        continue;
      }
      this.take(kind, { bytes, start: at + size, end: at + size + length });
      at += size + length;
    }
  }

  private readOn(partial: { parts: Buffer[]; missing: number }, bytes: Buffer, at: number): number {
    const end = Math.min(bytes.length, at + partial.missing);
    partial.parts.push(Buffer.from(bytes.subarray(at, end)));
    partial.missing -= end - at;
    if (partial.missing === 0) {
      this.partial = null;
      this.readFrames(Buffer.concat(partial.parts), 0);
    }
    return end;
  }

  private take(kind: number, frame: { bytes: Buffer; start: number; end: number }): void {
    const { bytes, start, end } = frame;
    if (kind === 2) this.hear.message(bytes, start, end);
    else if (kind === 9) this.write(0x8a, bytes.subarray(start, end));
    else if (kind === 8) {
      this.end(end - start >= 2 ? bytes.readUInt16BE(start) : 1005);
      this.socket.end();
    } else if (kind !== 10) throw new Error(`A frame of kind ${kind} was not expected.`);
  }

  private end(code: number): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.hear.closed(code);
  }
}
