/** The open rooms of this process, and the lines from the database that keep them true. */
import { database, inTransaction, listenTo, type Listener } from '#db/connection.ts';
import {
  appendBatches,
  loadLog,
  saveSnapshot,
  UPDATES_CHANNEL,
  updatesAfter,
} from '#db/queries/document-updates.ts';
import { logFault } from '../log.ts';
import { CommitQueue } from './commit-queue.ts';
import { DOCUMENT_BYTES_MAX, SNAPSHOT_AFTER_TAIL_BYTES } from './limits.ts';
import { CLOSE } from './protocol.ts';
import { Room, type UpdateStore } from './room.ts';

export class Rooms {
  private readonly opening = new Map<string, Promise<Room>>();
  private readonly commits = new CommitQueue((batches) =>
    inTransaction((tx) => appendBatches(tx, batches, new Date())),
  );
  private listener: Listener | null = null;
  private isClosing = false;

  /** Hears of every commit to any log; a lost line is replaced, and rooms read what they missed. */
  async listen(connectionString: string): Promise<void> {
    this.listener = await listenTo(connectionString, UPDATES_CHANNEL, {
      onMessage: (payload) => this.announce(payload),
      onLost: () => void this.relisten(connectionString),
    });
  }

  /** The room of a document, loaded once however many ask at the same time. */
  async enter(documentId: string): Promise<Room> {
    let opening = this.opening.get(documentId);
    if (opening === undefined) {
      opening = this.open(documentId);
      this.opening.set(documentId, opening);
      opening.catch(() => this.drop(documentId, opening));
    }
    return await opening;
  }

  /** Every open room with the document that it holds. */
  async *all(): AsyncGenerator<{ documentId: string; room: Room }> {
    for (const [documentId, opening] of [...this.opening]) {
      const room = await opening.catch(() => null);
      if (room !== null) yield { documentId, room };
    }
  }

  /** Called when a member left: an empty room is forgotten once all of it is committed. */
  async release(documentId: string, room: Room): Promise<void> {
    await room.settled();
    if (room.members.size > 0 || !(await this.isCurrent(documentId, room))) return;
    await this.compact(documentId, room, SNAPSHOT_AT_REST_BYTES);
    // Somebody may have come in meanwhile.
    if (room.members.size > 0 || !(await this.isCurrent(documentId, room))) return;
    this.opening.delete(documentId);
    room.destroy();
  }

  /** Everything taken is committed, everybody is told to come back, nothing listens any more. */
  async close(): Promise<void> {
    this.isClosing = true;
    for await (const { room } of this.all()) {
      await room.settled();
      room.closeAll(CLOSE.restart, 'restart');
    }
    this.opening.clear();
    await this.listener?.close();
    this.listener = null;
  }

  private async open(documentId: string): Promise<Room> {
    const opened = await Room.open(this.storeOf(documentId), (fault) => {
      logFault(
        'The memory of a document was dropped; it will be loaded again from the log.',
        fault,
      );
      this.drop(documentId, opening);
      opened.closeAll(CLOSE.tryLater, 'reload');
      opened.destroy();
    });
    const opening = this.opening.get(documentId);
    return opened;
  }

  private drop(documentId: string, opening: Promise<Room> | undefined): void {
    if (this.opening.get(documentId) === opening) this.opening.delete(documentId);
  }

  private storeOf(documentId: string): UpdateStore {
    return {
      load: () => loadLog(database(), documentId),
      after: (seq) => updatesAfter(database(), documentId, seq),
      append: async (updates) => {
        const lastSeq = await this.commits.append(
          documentId,
          updates.map(({ bytes, member }) => ({
            bytes,
            personId: member.person.id,
            sessionId: member.sessionId,
            clientId: member.clientId,
          })),
        );
        void this.compactLater(documentId);
        return lastSeq;
      },
    };
  }

  /** A busy room gets its snapshot between two edits, when its tail has outgrown the last one. */
  private async compactLater(documentId: string): Promise<void> {
    const room = await this.opening.get(documentId)?.catch(() => null);
    if (room == null) return;
    if (room.tailBytes < Math.max(SNAPSHOT_AFTER_TAIL_BYTES, room.snapshotBytes)) return;
    await room.settled();
    await this.compact(documentId, room, SNAPSHOT_AFTER_TAIL_BYTES);
  }

  private async compact(documentId: string, room: Room, fromBytes: number): Promise<void> {
    if (room.tailBytes < fromBytes) return;
    const { seq } = room;
    const state = room.state();
    room.tailBytes = 0;
    room.snapshotBytes = state.length;
    if (state.length > DOCUMENT_BYTES_MAX) {
      logFault('A document has outgrown what a page can load.', documentId);
    }
    try {
      await inTransaction((tx) => saveSnapshot(tx, { documentId, seq, state, at: new Date() }));
    } catch (fault) {
      // Without it loading takes longer; nothing is lost.
      logFault('A snapshot could not be kept.', fault);
    }
  }

  private announce(payload: string): void {
    for (const line of payload.split(' ')) {
      const [documentId = '', seq = ''] = line.split(':');
      void this.opening.get(documentId)?.then(
        (room) => room.announce(Number(seq)),
        () => undefined,
      );
    }
  }

  private async relisten(connectionString: string): Promise<void> {
    this.listener = null;
    if (this.isClosing) return;
    try {
      await this.listen(connectionString);
      for await (const { documentId, room } of this.all()) {
        const missed = await updatesAfter(database(), documentId, room.seq);
        const last = missed.at(-1);
        if (last !== undefined) room.announce(last.seq);
      }
    } catch (fault) {
      logFault('The line to the database was lost; trying again.', fault);
      setTimeout(() => void this.relisten(connectionString), RELISTEN_MS).unref();
    }
  }

  private async isCurrent(documentId: string, room: Room): Promise<boolean> {
    return (await this.opening.get(documentId)?.catch(() => null)) === room;
  }
}

const RELISTEN_MS = 500;
/** A document that everybody has left is compacted when its tail is longer than a page of typing. */
const SNAPSHOT_AT_REST_BYTES = 16 * 1024;
