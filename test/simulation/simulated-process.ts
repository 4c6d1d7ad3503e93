/** One process of the server: the real rooms, seats and conversations over a simulated log. */
import type { Admission } from '#app/use-cases/documents/admit-to-document.server.ts';
import { keepEarly, serve, type House } from '#server/collab/accept-sockets.ts';
import { SOCKET_LIMITS } from '#server/collab/limits.ts';
import { CLOSE } from '#server/collab/protocol.ts';
import { Rooms } from '#server/collab/rooms.ts';
import { DOCUMENT_ID, type LogClient, type SimulatedLog } from './simulated-log.ts';
import type { SimulatedLink } from './simulated-link.ts';

export class SimulatedProcess {
  readonly log: LogClient;
  readonly rooms: Rooms;
  private readonly links = new Set<SimulatedLink>();
  private readonly house: House;
  private readonly simulatedLog: SimulatedLog;

  constructor(log: SimulatedLog) {
    this.simulatedLog = log;
    this.log = log.connect();
    this.rooms = new Rooms(this.log);
    this.house = {
      rooms: this.rooms,
      access: { underReview: () => null },
      sockets: new Map(),
      limits: SOCKET_LIMITS,
    };
    void this.rooms.listen('');
  }

  get isDead(): boolean {
    return this.log.isDead;
  }

  /** The door, without the database behind it: who comes has a good ticket. */
  accept(link: SimulatedLink, admission: () => Admission): void {
    this.links.add(link);
    const { socket } = link;
    socket.on('close', () => this.links.delete(link));
    const early = keepEarly(socket);
    link.admit = () => {
      link.admit = null;
      serve(socket, {
        house: this.house,
        documentId: DOCUMENT_ID,
        admission: admission(),
        early,
      }).catch(() => socket.close(CLOSE.tryLater, 'unavailable'));
    };
  }

  /** `kill -9`. @param arriving how many frames of each link had left. */
  crash(arriving: () => number): void {
    this.simulatedLog.forget(this.log);
    for (const link of [...this.links]) link.serverDied(arriving());
    for (const { room } of this.rooms.all()) room.destroy();
  }

  /** The line for announcements breaks, with all that was on it. */
  loseLine(): void {
    this.log.inbox.length = 0;
    this.log.isDeaf = true;
  }

  /** It is back; when what was missed cannot be read, it breaks again. */
  restoreLine(): void {
    this.log.isDeaf = false;
    this.log.hear?.onBack().catch(() => this.loseLine());
  }
}
