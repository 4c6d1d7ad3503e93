/**
 * One open document in memory. The order of every write is: apply, append and commit, acknowledge,
 * broadcast. Nothing is acknowledged or shown to others before it is committed; when the store
 * fails, memory is thrown away and everybody loads again from the log.
 */
import { Awareness, removeAwarenessStates } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { LoggedUpdate } from '#db/queries/document-updates.ts';
import type { Member } from './member.ts';
import { wholePresence } from './presence.ts';
import {
  awarenessMessage,
  CLOSE,
  missingMessage,
  savedMessage,
  stateVectorMessage,
  updateMessage,
} from './protocol.ts';

/** What a room needs of the database. */
export type UpdateStore = {
  load: () => Promise<{ parts: Uint8Array[]; seq: number }>;
  append: (updates: { bytes: Uint8Array; member: Member }[]) => Promise<number>;
  after: (seq: number) => Promise<LoggedUpdate[]>;
};

type Waiting = { bytes: Uint8Array; member: Member };

export class Room {
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  readonly members = new Set<Member>();
  /** Last sequence of the log that is in memory. */
  seq = 0;
  private readonly store: UpdateStore;
  private readonly onFault: (fault: unknown) => void;
  private waiting: Waiting[] = [];
  private flushing: Promise<void> | null = null;
  private announcedSeq = 0;
  /** Nothing is taken into memory that was given up: what comes late belongs to the next room. */
  private givenUp = false;

  private constructor(store: UpdateStore, onFault: (fault: unknown) => void) {
    this.store = store;
    this.onFault = onFault;
    this.awareness.setLocalState(null);
    this.awareness.on('update', this.broadcastPresence);
  }

  /** @param onFault is told once when the room can no longer be trusted; the caller forgets it. */
  static async open(store: UpdateStore, onFault: (fault: unknown) => void): Promise<Room> {
    const room = new Room(store, onFault);
    const { parts, seq } = await store.load();
    room.doc.transact(() => {
      for (const part of parts) Y.applyUpdate(room.doc, part, 'log');
    });
    room.seq = seq;
    return room;
  }

  join(member: Member): void {
    if (this.givenUp) {
      member.close(CLOSE.restart, 'reload');
      return;
    }
    this.members.add(member);
    if (member.mode === 'write') member.send(stateVectorMessage(Y.encodeStateVector(this.doc)));
    member.send(awarenessMessage(wholePresence(this.awareness)));
  }

  leave(member: Member): void {
    this.members.delete(member);
    removeAwarenessStates(this.awareness, [member.clientId], 'socket');
  }

  /**
   * Answers a client's state vector once all that the answer holds is committed.
   * @throws at once when the bytes are no state vector.
   */
  answer(member: Member, stateVector: Uint8Array): void {
    const missing = missingMessage(Y.encodeStateAsUpdate(this.doc, stateVector));
    const saved = savedMessage(Y.encodeStateVector(this.doc));
    void this.settled().then(() => {
      member.send(missing);
      if (member.mode === 'write') member.send(saved);
    });
  }

  /**
   * Takes an update of a member who may write. One that cannot be applied whole is stored nowhere:
   * its sender is shut out and the memory, which it may have damaged, is thrown away.
   */
  receive(member: Member, bytes: Uint8Array): void {
    if (this.givenUp) return;
    let changed: boolean;
    try {
      changed = this.apply(bytes);
      if (this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null) {
        throw new Error('The update builds on edits that the server does not have.');
      }
    } catch (fault) {
      this.giveUp();
      member.close(CLOSE.malformed, 'update');
      this.onFault(fault);
      return;
    }
    if (!changed) {
      // What it repeats may still wait to be committed.
      const saved = savedMessage(Y.encodeStateVector(this.doc));
      void this.settled().then(() => member.send(saved));
      return;
    }
    this.waiting.push({ bytes, member });
    this.flushing ??= this.flush();
  }

  /** Another writer of the log, in this process or another, has committed up to `seq`. */
  announce(seq: number): void {
    this.announcedSeq = Math.max(this.announcedSeq, seq);
    if (seq > this.seq) this.flushing ??= this.flush();
  }

  /** Resolves when everything taken so far is committed. */
  async settled(): Promise<void> {
    while (this.flushing !== null) await this.flushing;
  }

  destroy(): void {
    this.giveUp();
    this.awareness.destroy();
    this.doc.destroy();
  }

  closeAll(code: number, reason: string): void {
    for (const member of this.members) member.close(code, reason);
  }

  /**
   * An edit whose predecessor was lost must not reach the log, where it would wait for ever for
   * what it builds on. Its client still has both and brings them to the next room.
   */
  private giveUp(): void {
    this.givenUp = true;
    this.waiting = [];
  }

  private async flush(): Promise<void> {
    try {
      while (this.waiting.length > 0 || this.announcedSeq > this.seq) {
        if (this.waiting.length > 0) await this.commitWaiting();
        if (this.announcedSeq > this.seq) await this.catchUp();
      }
    } catch (fault) {
      this.giveUp();
      this.closeAll(CLOSE.fault, 'not-stored');
      this.onFault(fault);
    } finally {
      this.flushing = null;
    }
  }

  private async commitWaiting(): Promise<void> {
    const batch = this.waiting;
    this.waiting = [];
    const upTo = Y.encodeStateVector(this.doc);
    const lastSeq = await this.store.append(batch);
    if (lastSeq - batch.length > this.seq) await this.catchUp();
    this.seq = Math.max(this.seq, lastSeq);

    const saved = savedMessage(upTo);
    for (const member of new Set(batch.map((waiting) => waiting.member))) member.send(saved);
    for (const { bytes, member } of batch) this.broadcast(updateMessage(bytes), member);
  }

  /** Reads what others wrote to the log; what is new here is passed on. */
  private async catchUp(): Promise<void> {
    for (const update of await this.store.after(this.seq)) {
      if (this.apply(update.bytes)) this.broadcast(updateMessage(update.bytes), null);
      this.seq = update.seq;
    }
    this.announcedSeq = Math.min(this.announcedSeq, this.seq);
  }

  /** @returns whether anything changed. */
  private apply(bytes: Uint8Array): boolean {
    let changed = false;
    const note = () => {
      changed = true;
    };
    this.doc.on('update', note);
    try {
      Y.applyUpdate(this.doc, bytes, 'log');
    } finally {
      this.doc.off('update', note);
    }
    return changed;
  }

  private broadcast(frame: Uint8Array, except: Member | null): void {
    for (const member of this.members) if (member !== except) member.send(frame);
  }

  /** The sender hears itself too: y-websocket takes any message as a sign of life. */
  private readonly broadcastPresence = (): void => {
    this.broadcast(awarenessMessage(wholePresence(this.awareness)), null);
  };
}
