/** The open rooms of this process, and the lines from the database that keep them true. */
import type { Listener } from '#db/listen-to.ts';
import { logFault } from '../log.ts';
import { CommitQueue } from './commit-queue.ts';
import { DOCUMENT_BYTES_MAX } from './limits.ts';
import { CLOSE } from './protocol.ts';
import { Room } from './room.ts';
import { databaseLog, type Snapshot, type UpdateLog } from './update-log.ts';
import type { UpdateStore } from './update-store.ts';

export class Rooms {
  private readonly opening = new Map<string, Promise<Room>>();
  /** The same once they are open, to be asked without waiting. */
  private readonly current = new Map<string, Room>();
  private readonly log: UpdateLog;
  private readonly commits: CommitQueue;
  private listener: Listener | null = null;

  constructor(log: UpdateLog = databaseLog) {
    this.log = log;
    this.commits = new CommitQueue((batches) => log.commit(batches));
  }

  /** Hears of every commit to any log; a lost line is replaced, and rooms read what they missed. */
  async listen(connectionString: string): Promise<void> {
    this.listener = await this.log.listen(connectionString, {
      onMessage: (payload) => {
        for (const line of payload.split(' ')) {
          const [documentId = '', seq = ''] = line.split(':');
          this.announce(documentId, Number(seq));
        }
      },
      onLost: (fault) => logFault('The line for new edits was lost; trying again.', fault),
      onBack: async () => {
        const lastSeqs = await this.log.lastSeqs([...this.opening.keys()]);
        for (const [documentId, seq] of lastSeqs) this.announce(documentId, seq);
      },
    });
  }

  /** The room of a document, loaded once however many ask at the same time. */
  async enter(documentId: string): Promise<Room> {
    let opening = this.opening.get(documentId);
    if (opening === undefined) {
      opening = this.open(documentId);
      this.opening.set(documentId, opening);
      opening.catch(() => this.opening.delete(documentId));
    }
    return await opening;
  }

  /** Every open room with the document that it holds. */
  all(): { documentId: string; room: Room }[] {
    return [...this.current].map(([documentId, room]) => ({ documentId, room }));
  }

  /**
   * Called when a member left: an empty room is forgotten once all of it is committed. From the
   * look at its members to its end nothing waits, so nobody can come in between.
   */
  async release(documentId: string, room: Room): Promise<void> {
    // Somebody who left after this one may have left edits behind, which are still on their way.
    do await room.committed();
    while (room.members.size === 0 && room.hasUncommitted);
    if (room.members.size > 0 || this.current.get(documentId) !== room) return;
    this.drop(documentId, room);
    const { seq } = room;
    const isWorthIt = room.isTrusted && room.tail.bytes >= SNAPSHOT_AT_REST_BYTES;
    const state = isWorthIt ? room.state() : null;
    room.destroy();
    if (state !== null) await this.keep({ documentId, seq, state, at: new Date() });
  }

  /** Everything taken is committed, everybody is told to come back, nothing listens any more. */
  async close(): Promise<void> {
    for (const { room } of this.all()) {
      await room.committed();
      room.closeAll(CLOSE.restart, 'restart');
    }
    this.opening.clear();
    this.current.clear();
    await this.listener?.close();
    this.listener = null;
  }

  private async open(documentId: string): Promise<Room> {
    const room = await Room.open(this.storeOf(documentId), (fault) => {
      logFault(
        'The memory of a document was dropped; it will be loaded again from the log.',
        fault,
      );
      this.drop(documentId, room);
      room.destroy();
    });
    this.current.set(documentId, room);
    return room;
  }

  private drop(documentId: string, room: Room): void {
    if (this.current.get(documentId) !== room) return;
    this.current.delete(documentId);
    this.opening.delete(documentId);
  }

  private storeOf(documentId: string): UpdateStore {
    return {
      load: () => this.log.load(documentId),
      after: (seq) => this.log.after(documentId, seq),
      append: (updates) =>
        this.commits.append(
          documentId,
          updates.map(({ bytes, member }) => ({
            bytes,
            personId: member.person.id,
            sessionId: member.sessionId,
            clientId: member.clientId,
          })),
        ),
      keep: ({ seq, state }) => this.keep({ documentId, seq, state, at: new Date() }),
    };
  }

  private async keep(snapshot: Snapshot): Promise<void> {
    if (snapshot.state.length > DOCUMENT_BYTES_MAX) {
      logFault('A document has outgrown what a page can load.', snapshot.documentId);
    }
    try {
      await this.log.keep(snapshot);
    } catch (fault) {
      // Without it loading takes longer; nothing is lost.
      logFault('A snapshot could not be kept.', fault);
    }
  }

  private announce(documentId: string, seq: number): void {
    // A room that is still loading has perhaps not read as far.
    void this.opening.get(documentId)?.then(
      (room) => room.announce(seq),
      () => undefined,
    );
  }
}

/** A document that everybody has left is compacted when its tail is longer than a page of typing. */
const SNAPSHOT_AT_REST_BYTES = 16 * 1024;
