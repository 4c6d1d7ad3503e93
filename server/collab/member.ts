import type { WebSocket } from 'ws';
import type { Admission } from '#app/use-cases/documents/admit-to-document.server.ts';

/** One socket of one admitted person. */
export class Member {
  readonly person: Admission['person'];
  readonly sessionId: string;
  readonly mode: Admission['mode'];
  readonly clientId: number;
  private readonly socket: WebSocket;

  constructor(socket: WebSocket, admission: Admission) {
    this.socket = socket;
    this.person = admission.person;
    this.sessionId = admission.sessionId;
    this.mode = admission.mode;
    this.clientId = admission.clientId;
  }

  send(frame: Uint8Array): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(frame);
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }
}
