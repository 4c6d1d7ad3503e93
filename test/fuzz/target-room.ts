/** An open document whose log is a list, an attacker who is let in again and again, and a witness. */
import * as Y from 'yjs';
import { converse } from '#server/collab/converse.ts';
import { Room } from '#server/collab/room.ts';
import { applyStored } from '#server/content/apply-stored.ts';
import { lexicalJsonOf, treeOf } from '#server/content/document-content.ts';
import { ACCOMPLICE, ATTACKER } from '#test/support/hostile-updates.ts';
import { roomMember } from '#test/support/room-member.ts';

const WITNESS = 77;

export class TargetRoom {
  readonly rows: Uint8Array[] = [];
  /** How often the attacker was closed. */
  refusals = 0;
  private readonly start: Uint8Array;
  private readonly room: Room;
  private readonly faults: string[];
  private readonly witness = roomMember('read', WITNESS, { personId: 'person-2' });
  private attacker: { closed: number[]; receive: (frame: Uint8Array) => void; leave: () => void };

  static async open(start: Uint8Array): Promise<TargetRoom> {
    const rows: Uint8Array[] = [];
    const faults: string[] = [];
    const room = await Room.open(
      {
        load: () => Promise.resolve({ parts: [start], seq: 0, snapshotBytes: start.length }),
        append: (updates) => {
          rows.push(...updates.map(({ bytes }) => bytes.slice()));
          return Promise.resolve(rows.length);
        },
        after: () => Promise.resolve([]),
        keep: () => Promise.resolve(),
      },
      (fault) => faults.push(String(fault)),
    );
    return new TargetRoom({ start, rows, room, faults });
  }

  private constructor(of: { start: Uint8Array; rows: Uint8Array[]; room: Room; faults: string[] }) {
    this.start = of.start;
    this.rows = of.rows;
    this.room = of.room;
    this.faults = of.faults;
    this.room.join(this.witness.member);
    this.attacker = this.letIn();
  }

  get doc(): Y.Doc {
    return this.room.doc;
  }

  /** One frame of the attacker. @throws when it does more than refuse or take it. */
  take(frame: Uint8Array): void {
    this.attacker.receive(frame);
    if (this.attacker.closed.length === 0) return;
    this.refusals += 1;
    this.attacker.leave();
    this.attacker = this.letIn();
  }

  /** What is wrong by now, in words; nothing when all is well. */
  async findings(): Promise<string[]> {
    await this.room.settled();
    // What was answered is sent when it is committed.
    await new Promise((resolve) => setImmediate(resolve));
    const found = [...this.faults.map((fault) => `the memory was dropped: ${fault}`)];
    if (this.witness.closed.length > 0) found.push('the witness was sent away');
    const { store } = this.doc;
    if (store.pendingStructs !== null || store.pendingDs !== null) found.push('something pends');
    const state = this.room.state();
    try {
      const replayed = docOf([this.start, ...this.rows]);
      // Message by message, as a client does.
      const seen = docOf([this.start]);
      for (const update of this.witness.heard('update')) applyStored(seen, [update]);
      if (!isSame(this.doc, replayed)) found.push('the log says something else');
      if (!isSame(this.doc, docOf([state]))) found.push('the state loads as something else');
      if (!isSame(seen, replayed)) found.push('the witness sees something else');
    } catch (fault) {
      found.push(`it does not load: ${String(fault)}`);
    }
    try {
      treeOf(state);
      lexicalJsonOf(state);
    } catch (fault) {
      found.push(`it cannot be read: ${String(fault)}`);
    }
    return found;
  }

  close(): void {
    this.attacker.leave();
    this.room.destroy();
  }

  private letIn() {
    const { member, closed } = roomMember('write', ATTACKER, { earlierClientIds: [ACCOMPLICE] });
    const { room } = this;
    const { receive, stop } = converse(member, { room, access: { underReview: () => null } });
    room.join(member);
    const leave = () => {
      stop();
      room.leave(member);
    };
    return { closed, receive, leave };
  }
}

function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  applyStored(doc, updates);
  return doc;
}

/** The same is written, the same removed, and nothing waits. */
function isSame(one: Y.Doc, other: Y.Doc): boolean {
  const read = (doc: Y.Doc) => doc.get('root-v2', Y.XmlElement).toString();
  const isWhole = other.store.pendingStructs === null && other.store.pendingDs === null;
  return (
    isWhole && read(one) === read(other) && Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other))
  );
}
