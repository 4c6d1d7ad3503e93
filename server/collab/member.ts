import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Admission } from '#app/use-cases/documents/admit-to-document.server.ts';
import { SOCKET_LIMITS } from './limits.ts';
import type { Parcel } from './parcel.ts';
import { CLOSE } from './protocol.ts';
import { TokenBucket } from './token-bucket.ts';

export type SocketLimits = { readonly [Name in keyof typeof SOCKET_LIMITS]: number };

/** One socket of one admitted person. */
export class Member {
  readonly clientId: number;
  readonly ticketHash: string;
  private readonly socket: WebSocket;
  private readonly line: Duplex | null;
  private admission: Admission;
  private readonly limits: SocketLimits;
  private readonly frames: TokenBucket;
  private readonly bytes: TokenBucket;
  private readonly questions: TokenBucket;

  /** @param at `line` is the stream under the socket, for frames that are made once for many. */
  constructor(
    socket: WebSocket,
    admission: Admission,
    { limits = SOCKET_LIMITS, line = null }: { limits?: SocketLimits; line?: Duplex | null } = {},
  ) {
    this.socket = socket;
    this.line = line;
    this.admission = admission;
    this.limits = limits;
    this.frames = new TokenBucket(limits.framesPerSecond, limits.framesBurst);
    this.bytes = new TokenBucket(limits.bytesPerSecond, limits.bytesBurst);
    this.questions = new TokenBucket(limits.questionsPerSecond, limits.questionsBurst);
    this.clientId = admission.clientId;
    this.ticketHash = admission.ticketHash;
  }

  get person(): Admission['person'] {
    return this.admission.person;
  }

  get sessionId(): string {
    return this.admission.sessionId;
  }

  get mode(): Admission['mode'] {
    return this.admission.mode;
  }

  /** Rights as they are after a review. */
  readmit(admission: Admission): void {
    this.admission = admission;
  }

  /** Whether the member may write under this client id: the socket's own, or one left over from
   * an earlier socket of the same person, whose edits were never acknowledged. */
  owns(clientId: number): boolean {
    return clientId === this.clientId || this.admission.earlierClientIds.includes(clientId);
  }

  /** Counts a frame. @returns false when the member sends more than anybody types or pastes. */
  mayReceive(frameBytes: number): boolean {
    return this.frames.take(1) && this.bytes.take(frameBytes);
  }

  /** Counts a question, which costs the sender nothing and us the whole document. */
  mayAsk(): boolean {
    return this.questions.take(1);
  }

  /** False from the moment we have said goodbye: what still comes is not heard. */
  get isHeard(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  send(message: Uint8Array): void {
    if (this.isListening()) this.socket.send(message);
  }

  /**
   * Sends what many others get too. The frames go straight into the stream: nothing on this socket
   * is compressed or sent in fragments, so they cannot get between the parts of another message.
   */
  deliver(parcel: Parcel): void {
    if (parcel.messages.length === 0 || !this.isListening()) return;
    if (this.line === null) for (const message of parcel.messages) this.socket.send(message);
    else this.line.write(parcel.frames);
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }

  /** Who takes nothing while others type is closed. */
  private isListening(): boolean {
    if (!this.isHeard) return false;
    const isTooSlow = this.socket.bufferedAmount > this.limits.unsentBytes;
    if (isTooSlow) this.close(CLOSE.tryLater, 'too-slow');
    return !isTooSlow;
  }
}
