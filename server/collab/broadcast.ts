/**
 * Sends what is committed to everybody in a room. The first edit after a pause leaves at once; what
 * follows within a few milliseconds is merged and leaves as one frame, because a system call for
 * each person and edit is what bounds a room.
 */
import * as Y from 'yjs';
import { BROADCAST_INTERVAL_MS } from './limits.ts';
import type { Member } from './member.ts';
import { updateMessage } from './protocol.ts';

type Outgoing = { bytes: Uint8Array; from: Member | null };

export class Broadcast {
  private readonly members: ReadonlySet<Member>;
  private outgoing: Outgoing[] = [];
  private timer: ReturnType<typeof setTimeout> | null = null;
  private lastSentAt = 0;

  constructor(members: ReadonlySet<Member>) {
    this.members = members;
  }

  add(bytes: Uint8Array, from: Member | null): void {
    this.outgoing.push({ bytes, from });
    if (this.timer !== null) return;
    const wait = this.lastSentAt + BROADCAST_INTERVAL_MS - performance.now();
    if (wait <= 0) this.timer = setTimeout(this.send, 0);
    else this.timer = setTimeout(this.send, wait);
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private readonly send = (): void => {
    this.timer = null;
    this.lastSentAt = performance.now();
    const outgoing = this.outgoing;
    this.outgoing = [];
    const [first] = outgoing;
    if (first === undefined) return;
    const senders = new Set(outgoing.map(({ from }) => from));
    const bytes =
      outgoing.length === 1 ? first.bytes : Y.mergeUpdates(outgoing.map((edit) => edit.bytes));
    const frame = updateMessage(bytes);
    // Who wrote all of it knows it; who wrote a part of it loses nothing by hearing it again.
    const knowsAll = senders.size === 1 ? first.from : null;
    for (const member of this.members) if (member !== knowsAll) member.send(frame);
  };
}
