/** One person in one document, in the words of the server that it speaks to. */
import * as encoding from 'lib0/encoding';
import { LightSocket } from './light-socket.ts';
import { ByteReader } from './update-bytes.ts';

/** `relay` needs no greeting; `hocuspocus` puts the document's name before each message. */
export type Dialect = 'y-websocket' | 'hocuspocus' | 'relay';

/** Where a client goes and as whom it writes. */
export type Seat = { url: string; document: string; clientId: number };

export type ClientHears = {
  /** An update stands at the reader. */
  update?: (client: LightClient, reader: ByteReader) => void;
  /** A state vector of what is committed stands at the reader. */
  saved?: (client: LightClient, reader: ByteReader) => void;
};

const SYNC = 0;
const AWARENESS = 1;
const HOCUSPOCUS = { auth: 2, syncReply: 4, ping: 9, pong: 10 } as const;
const AUTHENTICATED = 2;
const SAVED = 120;
const NOTHING = Uint8Array.of(0, 0);
const reader = new ByteReader();

export class LightClient {
  readonly seat: Seat;
  /** Resolves when the server has answered with the content. */
  readonly ready: Promise<void>;
  /** When the frame that is being heard has come. */
  heardAt = 0;
  closedWith: number | null = null;
  private readonly dialect: Dialect;
  private readonly hears: ClientHears;
  private readonly socket: LightSocket;
  private readonly prefix: Uint8Array;
  private settle: { resolve: () => void; reject: (fault: Error) => void } | null = null;

  constructor(seat: Seat, dialect: Dialect, hears: ClientHears) {
    this.seat = seat;
    this.dialect = dialect;
    this.hears = hears;
    this.prefix = dialect === 'hocuspocus' ? named(seat.document) : new Uint8Array(0);
    this.ready = new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
    this.socket = new LightSocket(seat.url, {
      open: () => this.greet(),
      message: (bytes, start) => this.hear(bytes, start),
      closed: (code) => {
        this.closedWith = code;
        this.settle?.reject(new Error(`The server closed with ${code}.`));
      },
    });
  }

  get bytesReceived(): number {
    return this.socket.bytesReceived;
  }

  sendUpdate(update: Uint8Array): void {
    this.say((encoder) => {
      encoding.writeVarUint(encoder, SYNC);
      encoding.writeVarUint(encoder, 2);
      encoding.writeVarUint8Array(encoder, update);
    });
  }

  sendCursor(cursor: Uint8Array): void {
    this.say((encoder) => {
      encoding.writeVarUint(encoder, AWARENESS);
      encoding.writeVarUint8Array(encoder, cursor);
    });
  }

  close(): void {
    this.socket.close();
  }

  destroy(): void {
    this.socket.destroy();
  }

  private say(write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder();
    encoding.writeUint8Array(encoder, this.prefix);
    write(encoder);
    this.socket.send(encoding.toUint8Array(encoder));
  }

  private greet(): void {
    if (this.dialect === 'relay') this.settle?.resolve();
    else if (this.dialect === 'y-websocket') this.askForAll();
    else {
      this.say((encoder) => {
        encoding.writeVarUint(encoder, HOCUSPOCUS.auth);
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarString(encoder, 'anybody');
        encoding.writeVarString(encoder, '4.7.0');
      });
    }
  }

  private askForAll(): void {
    this.saySync(0, Uint8Array.of(0));
  }

  private saySync(step: number, payload: Uint8Array): void {
    this.say((encoder) => {
      encoding.writeVarUint(encoder, SYNC);
      encoding.writeVarUint(encoder, step);
      encoding.writeVarUint8Array(encoder, payload);
    });
  }

  private hear(bytes: Uint8Array, start: number): void {
    this.heardAt = performance.now();
    reader.open(bytes, start);
    if (this.dialect === 'hocuspocus') reader.skipBytes();
    const type = reader.number();
    if (type === SYNC) this.hearSync();
    else if (type === SAVED) {
      reader.number();
      this.hears.saved?.(this, reader);
    } else if (this.dialect === 'hocuspocus') this.hearHocuspocus(type);
  }

  private hearHocuspocus(type: number): void {
    if (type === HOCUSPOCUS.syncReply) this.hearSync();
    else if (type === HOCUSPOCUS.auth && reader.number() === AUTHENTICATED) this.askForAll();
    else if (type === HOCUSPOCUS.ping) {
      this.say((encoder) => encoding.writeVarUint(encoder, HOCUSPOCUS.pong));
    }
  }

  private hearSync(): void {
    const step = reader.number();
    if (step === 0) {
      this.saySync(1, NOTHING);
      return;
    }
    reader.number();
    this.hears.update?.(this, reader);
    if (step === 1) this.settle?.resolve();
  }
}

function named(document: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, document);
  return encoding.toUint8Array(encoder);
}
