/**
 * One connection between a client and a process. Frames keep their order within it, arrive when
 * the simulation says so, and are lost with it.
 */
import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';

type Closing = { code: number; reason: string };
type Ear = { hear: (frame: Uint8Array) => void; closed: (closing: Closing) => void };

export class SimulatedLink {
  readonly toServer: (Uint8Array | 'end')[] = [];
  readonly toClient: (Uint8Array | Closing)[] = [];
  /** What the server holds of it; the part of `ws` that it uses. */
  readonly socket: WebSocket;
  /** Lets the client in; null once that is done. */
  admit: (() => void) | null = null;
  private readonly end: ServerEnd;
  private readonly ear: Ear;
  /** The client has been told that it is over: a browser hears nothing from it any more. */
  private isDeaf = false;

  /** @param onSend sees every frame at the moment in which the server sends it. */
  constructor(ear: Ear, onSend: (frame: Uint8Array) => void) {
    this.ear = ear;
    this.end = new ServerEnd((sent) => {
      if (sent instanceof Uint8Array) onSend(sent);
      if (!this.isDeaf) this.toClient.push(sent);
    });
    this.socket = this.end as unknown as WebSocket;
  }

  get isOver(): boolean {
    return this.end.readyState === CLOSED && this.toClient.length === 0;
  }

  deliverToServer(): void {
    const next = this.toServer.shift();
    if (next === undefined) return;
    if (next === 'end') this.end.finish();
    else if (this.end.readyState !== CLOSED) this.end.emit('message', next, true);
  }

  deliverToClient(): void {
    const next = this.toClient.shift();
    if (next === undefined) return;
    if (next instanceof Uint8Array) {
      this.ear.hear(next);
      return;
    }
    this.toServer.push('end');
    this.closeEar(next);
  }

  /** The network breaks. The client knows at once; the server, after what had left already. */
  cut(arriving: number): void {
    this.toServer.length = Math.min(arriving, this.toServer.length);
    this.toServer.push('end');
    this.closeEar(LOST);
  }

  /** The process dies. The client hears the frames that had left, then nothing. */
  serverDied(arriving: number): void {
    this.admit = null;
    this.toServer.length = 0;
    this.toClient.length = Math.min(arriving, this.toClient.length);
    if (!this.isDeaf) this.toClient.push(LOST);
    this.end.finish();
  }

  private closeEar(closing: Closing): void {
    this.isDeaf = true;
    this.toClient.length = 0;
    this.ear.closed(closing);
  }
}

const LOST: Closing = { code: 1006, reason: '' };
const CLOSED = 3;

class ServerEnd extends EventEmitter {
  readonly OPEN = 1;
  readonly bufferedAmount = 0;
  readyState: number = this.OPEN;
  private readonly push: (sent: Uint8Array | Closing) => void;

  constructor(push: (sent: Uint8Array | Closing) => void) {
    super();
    this.push = push;
  }

  send(frame: Uint8Array): void {
    this.push(frame);
  }

  close(code = 1005, reason = ''): void {
    if (this.readyState !== this.OPEN) return;
    this.readyState = 2;
    this.push({ code, reason });
  }

  terminate(): void {
    this.finish();
  }

  /** Clients of the simulation always answer; silence is a link that is cut. */
  ping(): void {
    this.emit('pong');
  }

  finish(): void {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    this.emit('close');
  }
}
