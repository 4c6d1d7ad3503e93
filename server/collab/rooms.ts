/** The open rooms of this process, and the line from the database that keeps them up to date. */
import * as Y from 'yjs';
import { database, inTransaction, listenTo, type Listener } from '#db/connection.ts';
import {
  appendUpdates,
  loadLog,
  saveSnapshot,
  UPDATES_CHANNEL,
  updatesAfter,
} from '#db/queries/document-updates.ts';
import { logFault } from '../log.ts';
import { SNAPSHOT_AFTER_UPDATES } from './limits.ts';
import { CLOSE } from './protocol.ts';
import { Room, type UpdateStore } from './room.ts';

export class Rooms {
  private readonly opening = new Map<string, Promise<Room>>();
  /** The same once they are open, to be asked without waiting. */
  private readonly current = new Map<string, Room>();
  private readonly loadedSeq = new WeakMap<Room, number>();
  private listener: Listener | null = null;

  /** Hears of every commit to any log; a lost line is replaced, and rooms read what they missed. */
  async listen(connectionString: string): Promise<void> {
    this.listener = await listenTo(connectionString, UPDATES_CHANNEL, {
      onMessage: (payload) => void this.announce(payload),
      onLost: () => void this.relisten(connectionString),
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

  /**
   * Called when a member left: an empty room is forgotten once all of it is committed. From the
   * look at its members to its end nothing waits, so nobody can come in between.
   */
  async release(documentId: string, room: Room): Promise<void> {
    await room.settled();
    if (room.members.size > 0 || this.current.get(documentId) !== room) return;
    this.drop(documentId, room);
    room.destroy();
    try {
      await this.keepSnapshot(documentId, room);
    } catch (fault) {
      logFault('A snapshot could not be written; the log is whole without it.', fault);
    }
  }

  /** Throws the memory of a document away; clients come back and load it from the log. */
  forget(documentId: string, room: Room): void {
    this.drop(documentId, room);
    room.closeAll(CLOSE.fault, 'reload');
    room.destroy();
  }

  /** Everything taken is committed, everybody is told to come back, nothing listens any more. */
  async close(): Promise<void> {
    for (const opening of this.opening.values()) {
      const room = await opening;
      await room.settled();
      room.closeAll(CLOSE.restart, 'restart');
    }
    this.opening.clear();
    this.current.clear();
    await this.listener?.close();
    this.listener = null;
  }

  private async open(documentId: string): Promise<Room> {
    const room: Room = await Room.open(storeOf(documentId), (fault) => {
      logFault(
        'The memory of a document was dropped; it will be loaded again from the log.',
        fault,
      );
      this.forget(documentId, room);
    });
    this.loadedSeq.set(room, room.seq);
    this.current.set(documentId, room);
    return room;
  }

  private async announce(payload: string): Promise<void> {
    const [documentId = '', seq = ''] = payload.split(':');
    const opening = this.opening.get(documentId);
    if (opening === undefined) return;
    try {
      (await opening).announce(Number(seq));
    } catch (fault) {
      logFault('A commit was announced to a document that could not be opened.', fault);
    }
  }

  private async relisten(connectionString: string): Promise<void> {
    this.listener = null;
    try {
      await this.listen(connectionString);
      for (const [documentId, opening] of this.opening) {
        const missed = await updatesAfter(database(), documentId, (await opening).seq);
        const last = missed.at(-1);
        if (last !== undefined) (await opening).announce(last.seq);
      }
    } catch (fault) {
      logFault('The line to the database was lost; trying again.', fault);
      setTimeout(() => void this.relisten(connectionString), RELISTEN_MS).unref();
    }
  }

  private drop(documentId: string, room: Room): void {
    if (this.current.get(documentId) !== room) return;
    this.current.delete(documentId);
    this.opening.delete(documentId);
  }

  private async keepSnapshot(documentId: string, room: Room): Promise<void> {
    if (room.seq - (this.loadedSeq.get(room) ?? 0) < SNAPSHOT_AFTER_UPDATES) return;
    await saveSnapshot(database(), {
      documentId,
      seq: room.seq,
      state: Y.encodeStateAsUpdate(room.doc),
      at: new Date(),
    });
  }
}

const RELISTEN_MS = 1_000;

function storeOf(documentId: string): UpdateStore {
  return {
    load: () => loadLog(database(), documentId),
    after: (seq) => updatesAfter(database(), documentId, seq),
    append: (updates) =>
      inTransaction((tx) =>
        appendUpdates(tx, documentId, {
          updates: updates.map(({ bytes, member }) => ({
            bytes,
            personId: member.person.id,
            sessionId: member.sessionId,
            clientId: member.clientId,
          })),
          at: new Date(),
        }),
      ),
  };
}
