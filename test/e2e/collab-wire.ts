import type { BrowserContext, WebSocketRoute } from '@playwright/test';
import * as Y from 'yjs';

/** The socket between a browser and the server, which a test may cut in either direction. */
export class CollabWire {
  /** What the browser says does not arrive. */
  isMute = false;
  /** What the server says does not arrive. */
  isDeaf = false;
  /** Changes of the browser arrive as bytes that nobody can read. */
  isSpoilt = false;
  /** Called just before the browser is told what the document holds. */
  onAnswer: () => void = () => undefined;
  #browser: WebSocketRoute | null = null;
  #heard: Uint8Array[] = [];

  /** Call it before the page opens a document. */
  static async between(context: BrowserContext): Promise<CollabWire> {
    const wire = new CollabWire();
    await context.routeWebSocket(/\/collab\//, (browser) => wire.#join(browser));
    return wire;
  }

  /** Makes `write` in the document that the browser holds, as if the server sent it. */
  tellBrowser(write: (doc: Y.Doc) => void): void {
    const doc = new Y.Doc();
    for (const update of this.#heard) Y.applyUpdate(doc, update);
    const before = Y.encodeStateVector(doc);
    write(doc);
    this.#browser?.send(Buffer.from(syncFrame(UPDATE, Y.encodeStateAsUpdate(doc, before))));
  }

  /** Says `code` in a message 121, as if the server said it. */
  tellRefusal(code: string): void {
    const letters = Buffer.from(code);
    this.#browser?.send(Buffer.concat([Buffer.of(REFUSED, letters.length), letters, Buffer.of(0)]));
  }

  /** Closes the socket at both ends. */
  async close(code: number, reason = ''): Promise<void> {
    await this.#browser?.close({ code, reason });
  }

  #join(browser: WebSocketRoute): void {
    const server = browser.connectToServer();
    this.#browser = browser;
    this.#heard = [];
    browser.onMessage((frame) => {
      if (this.isMute) return;
      const isChange = frame[0] === SYNC && frame[1] === UPDATE;
      const sent = this.isSpoilt && isChange ? syncFrame(UPDATE, UNREADABLE) : frame;
      server.send(typeof sent === 'string' ? sent : Buffer.from(sent));
    });
    server.onMessage((frame) => {
      if (this.isDeaf || typeof frame === 'string') return;
      if (frame[0] === SYNC && frame[1] !== QUESTION) this.#heard.push(payloadOf(frame));
      if (frame[0] === SYNC && frame[1] === ANSWER) this.onAnswer();
      browser.send(frame);
    });
  }
}

function syncFrame(step: number, update: Uint8Array): Uint8Array {
  const length: number[] = [];
  let rest = update.length;
  for (; rest > 127; rest >>>= 7) length.push((rest & 127) | 128);
  return Uint8Array.of(SYNC, step, ...length, rest, ...update);
}

/** The update in a sync frame, behind its length. */
function payloadOf(frame: Uint8Array): Uint8Array {
  let start = 2;
  while (((frame[start] ?? 0) & 128) !== 0) start += 1;
  return new Uint8Array(frame.subarray(start + 1));
}

/** First bytes of a frame in the protocol of y-websocket. */
const SYNC = 0;
const REFUSED = 121;
const QUESTION = 0;
const ANSWER = 1;
const UPDATE = 2;
/** Announces more than it holds. */
const UNREADABLE = Uint8Array.of(1, 9, 9);
