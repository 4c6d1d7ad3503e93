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

  /** Called when a member left: an empty room is forgotten once all of it is committed. */
  async release(documentId: string, room: Room): Promise<void> {
    await room.settled();
    if (room.members.size > 0 || !(await this.isCurrent(documentId, room))) return;
    this.opening.delete(documentId);
    await this.keepSnapshot(documentId, room);
    room.destroy();
  }

  /** Throws the memory of a document away; clients come back and load it from the log. */
  async forget(documentId: string, room: Room): Promise<void> {
    if (await this.isCurrent(documentId, room)) this.opening.delete(documentId);
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
    await this.listener?.close();
    this.listener = null;
  }

  private async open(documentId: string): Promise<Room> {
    const room: Room = await Room.open(storeOf(documentId), (fault) => {
      logFault(
        'The memory of a document was dropped; it will be loaded again from the log.',
        fault,
      );
      void this.forget(documentId, room);
    });
    this.loadedSeq.set(room, room.seq);
    return room;
  }

  private async announce(payload: string): Promise<void> {
    const [documentId = '', seq = ''] = payload.split(':');
    const room = await this.opening.get(documentId);
    room?.announce(Number(seq));
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

  private async isCurrent(documentId: string, room: Room): Promise<boolean> {
    return (await this.opening.get(documentId)) === room;
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
