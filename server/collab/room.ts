/**
 * One open document. The order of every write is: gate, apply, append and commit, acknowledge,
 * broadcast. Nothing is acknowledged or shown to others before it is committed. Whenever memory
 * may differ from the log, memory is thrown away. Rules by number: SPEC.md.
 */
import * as Y from 'yjs';
import { isLocked } from '#db/rolled-back.ts';
import { Broadcast } from './broadcast.ts';
import { screenUpdate } from './gate/screen-update.ts';
import type { Member } from './member.ts';
import { Presence } from './presence.ts';
import { Progress } from './progress.ts';
import {
  CLOSE,
  missingMessage,
  refusedMessage,
  savedMessage,
  stateVectorMessage,
  updateMessage,
} from './protocol.ts';
import { inTime } from './in-time.ts';
import { ROUND_INTERVAL_MS, STORE_ANSWER_MS } from './limits.ts';
import { RoomContent } from './room-content.ts';
import { Tail } from './tail.ts';
import type { UpdateStore } from './update-store.ts';

type Waiting = { bytes: Uint8Array; member: Member };

export class Room {
  readonly members: ReadonlySet<Member>;
  readonly presence: Presence;
  /** Last sequence of the log that is in memory. */
  seq: number;
  /** What the newest snapshot does not hold. */
  readonly tail: Tail;
  private readonly present = new Set<Member>();
  private readonly content: RoomContent;
  private readonly broadcast: Broadcast;
  private readonly progress = new Progress();
  private readonly store: UpdateStore;
  private readonly onFault: (fault: unknown) => void;
  private waiting: Waiting[] = [];
  private flushing: Promise<void> | null = null;
  private announcedSeq = 0;
  private readers: (() => void)[] = [];
  private lastRoundAt = 0;
  private isBroken = false;

  /** @param onFault is told once when the room can no longer be trusted; the caller forgets it. */
  static async open(store: UpdateStore, onFault: (fault: unknown) => void): Promise<Room> {
    return new Room(store, onFault, await store.load());
  }

  private constructor(
    store: UpdateStore,
    onFault: (fault: unknown) => void,
    loaded: Awaited<ReturnType<UpdateStore['load']>>,
  ) {
    this.store = store;
    this.onFault = onFault;
    this.content = new RoomContent(loaded.parts);
    this.seq = loaded.seq;
    this.tail = new Tail(loaded);
    this.members = this.present;
    this.presence = new Presence(this.present);
    this.broadcast = new Broadcast(this.present, this.presence);
  }

  join(member: Member): void {
    if (this.isBroken) {
      member.close(CLOSE.restart, 'reload');
      return;
    }
    this.present.add(member);
    if (member.mode === 'write') this.ask(member);
    member.send(this.presence.whole());
  }

  /** Asks a member for what this room does not have. */
  ask(member: Member): void {
    if (!this.isBroken) member.send(stateVectorMessage(this.content.stateVector()));
  }

  leave(member: Member): void {
    this.present.delete(member);
    this.presence.leave(member);
  }

  /**
   * Answers a client's state vector once all that the answer holds is committed.
   * @throws at once when the bytes are no state vector.
   */
  answer(member: Member, stateVector: Uint8Array): void {
    const parts = this.content.missing(stateVector);
    // Who has written under a client id of their own was not always a reader.
    const holdsOwn = Y.decodeStateVector(stateVector).has(member.clientId);
    const last = parts.at(-1);
    const upTo = member.mode === 'write' ? this.content.stateVector() : null;
    void this.progress.caughtUp().then(() => {
      if (this.isBroken || last === undefined) return;
      if (member.mode === 'read' && holdsOwn) {
        member.send(refusedMessage('read-only', 'This person may no longer change the document.'));
      }
      // A client takes the answer proper for all there is, and begins to write on it.
      for (const update of parts.slice(0, -1)) member.send(updateMessage(update));
      member.send(missingMessage(last));
      if (upTo !== null) member.send(savedMessage(upTo));
    });
  }

  /**
   * Takes an update of a member who may write.
   * @throws GateRefusal when no honest client sends it; nothing was touched.
   */
  receive(member: Member, bytes: Uint8Array): void {
    if (this.isBroken) return;
    if (this.content.takeTyped(bytes, member.clientId)) {
      this.keep({ bytes, member });
      return;
    }
    const fresh = screenUpdate(bytes, this.content.doc, (clientId) => member.owns(clientId));
    let changed: boolean;
    try {
      changed = this.content.apply(fresh);
      if (this.content.hasPending()) throw new Error('The gate let an update pass with a gap.');
    } catch (fault) {
      member.close(CLOSE.malformed, 'update');
      this.break(fault);
      return;
    }
    if (changed) this.keep({ bytes: fresh, member });
    else this.confirm(member);
  }

  /** Tells a member that all this room has now is stored, once it is committed. */
  confirm(member: Member): void {
    const upTo = this.content.stateVector();
    void this.progress.caughtUp().then(() => {
      if (!this.isBroken) member.send(savedMessage(upTo));
    });
  }

  private keep(waiting: Waiting): void {
    this.waiting.push(waiting);
    this.progress.take();
    this.flushing ??= this.flush();
  }

  /** Another writer of the log, in this process or another, has committed up to `seq`. */
  announce(seq: number): void {
    this.announcedSeq = Math.max(this.announcedSeq, seq);
    if (seq > this.seq && !this.isBroken) this.flushing ??= this.flush();
  }

  /** Resolves when all is read that others had committed by now, announced or not. */
  refresh(): Promise<void> {
    return new Promise((resolve) => {
      this.readers.push(resolve);
      this.announce(Number.MAX_SAFE_INTEGER);
    });
  }

  /** Resolves when everything taken so far is committed, or the room is broken. */
  committed(): Promise<void> {
    return this.progress.caughtUp();
  }

  /** Whether memory holds edits that the log does not hold yet. */
  get hasUncommitted(): boolean {
    return this.progress.isBehind;
  }

  /** Resolves in the next pause: nothing is on its way. While people type there may be none. */
  async settled(): Promise<void> {
    while (this.flushing !== null) await this.flushing;
  }

  /** False once memory may differ from the log. */
  get isTrusted(): boolean {
    return !this.isBroken;
  }

  /** The live document; only read it. */
  get doc() {
    return this.content.doc;
  }

  /** The whole state; call it settled, when it is that of `seq`. */
  state(): Uint8Array {
    return this.content.state();
  }

  closeAll(code: number, reason: string): void {
    for (const member of this.present) member.close(code, reason);
  }

  tellAll(frame: Uint8Array): void {
    for (const member of this.present) member.send(frame);
  }

  destroy(): void {
    this.isBroken = true;
    this.progress.abandon();
    this.presence.destroy();
    this.content.destroy();
  }

  /**
   * Memory is given up. An edit whose predecessor was lost must not reach the log, where it would
   * wait for ever; its client still has both and brings them to the next room.
   */
  private break(fault: unknown): void {
    if (this.isBroken) return;
    this.isBroken = true;
    this.waiting = [];
    this.progress.abandon();
    this.closeAll(CLOSE.tryLater, 'reload');
    this.onFault(fault);
  }

  private async flush(): Promise<void> {
    try {
      while (!this.isBroken && (this.waiting.length > 0 || this.announcedSeq > this.seq)) {
        await this.nextRound();
        await inTime(this.round(), STORE_ANSWER_MS);
      }
    } catch (fault) {
      // A text that was locked under what people typed: they come back as readers, who are told.
      if (!isLocked(fault)) {
        this.tellAll(refusedMessage('store-unavailable', 'Edits cannot be stored at the moment.'));
      }
      this.break(fault);
    } finally {
      this.flushing = null;
    }
  }

  private async round(): Promise<void> {
    if (this.waiting.length > 0) await this.commitWaiting();
    if (this.announcedSeq > this.seq && !this.isBroken) await this.catchUp();
    if (!this.isBroken) this.broadcast.send();
  }

  /**
   * The first edit after a pause is committed at once. What comes within a few milliseconds of the
   * last round shares the next one: its statement, its acknowledgement and its frames.
   */
  private async nextRound(): Promise<void> {
    const wait = this.lastRoundAt + ROUND_INTERVAL_MS - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    this.lastRoundAt = performance.now();
  }

  private async commitWaiting(): Promise<void> {
    const batch = this.waiting;
    this.waiting = [];
    const upTo = this.content.stateVector();
    // Memory is now what the log will hold after this batch; while people type it never is again.
    const state = this.tail.isLong ? this.content.state() : null;
    const lastSeq = await this.store.append(batch);
    // Too late: memory is given up, and what is stored now is read by who comes back.
    if (this.isBroken) return;
    const isNext = lastSeq - batch.length === this.seq;
    if (lastSeq - batch.length > this.seq) await this.catchUp();
    this.seq = Math.max(this.seq, lastSeq);
    this.tail.add(batch.map(({ bytes }) => bytes));
    if (state !== null && isNext) {
      this.tail.cut(state.length);
      void this.store.keep({ seq: lastSeq, state });
    }
    this.progress.commit(batch.length);

    for (const { bytes, member } of batch) this.broadcast.add(bytes, member);
    const authors = batch.map(({ member }) => member);
    this.broadcast.acknowledge(authors, upTo);
  }

  /** Reads what others wrote to the log; what is new here is passed on. */
  private async catchUp(): Promise<void> {
    // A notice that comes while we read may tell of what was committed since.
    this.announcedSeq = 0;
    const readers = this.readers.splice(0);
    const updates = await this.store.after(this.seq);
    if (this.isBroken) return;
    for (const update of updates) {
      if (this.content.apply(update.bytes)) this.broadcast.add(update.bytes, null);
      this.seq = update.seq;
      this.tail.add([update.bytes]);
    }
    for (const resolve of readers) resolve();
  }
}
