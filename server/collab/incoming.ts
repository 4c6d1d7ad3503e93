/**
 * The updates of one member, who may know more than this room. After a pause a client sends what
 * is typed as soon as its socket is open, before it has been asked for what came before; and one
 * that comes from another process may have seen edits that this room has not read yet.
 */
import { GateRefusal, type GateReason } from './gate/refusal.ts';
import { isEmptyUpdate } from './protocol.ts';
import type { Member } from './member.ts';
import type { Room } from './room.ts';

export class Incoming {
  private readonly member: Member;
  private readonly room: Room;
  /** Whether the member has answered our state vector: from then on nothing is missing between. */
  private isInStep = false;
  private wasAskedAgain = false;

  constructor(member: Member, room: Room) {
    this.member = member;
    this.room = room;
  }

  /**
   * What the member has made just now.
   * @throws GateRefusal
   */
  update(bytes: Uint8Array): void {
    try {
      if (!isEmptyUpdate(bytes)) this.room.receive(this.member, bytes);
    } catch (fault) {
      // The answer that is still to come brings it again, with what goes before it.
      if (!this.isInStep && isOneOf(AHEAD_OF_US, fault)) return;
      throw fault;
    }
  }

  /**
   * The answer to our state vector: all that the member has and we had not.
   * @throws GateRefusal
   */
  answer(bytes: Uint8Array): void {
    try {
      if (!isEmptyUpdate(bytes)) this.room.receive(this.member, bytes);
      // What it waits for was stored through another process, and read before we asked again.
      else if (this.wasAskedAgain) this.room.confirm(this.member);
      this.isInStep = true;
    } catch (fault) {
      if (this.wasAskedAgain || !isOneOf(KNOWN_ELSEWHERE, fault)) throw fault;
      this.wasAskedAgain = true;
      void this.room.refresh().then(() => this.room.ask(this.member));
    }
  }
}

/** Reasons that go away when what came before has arrived. */
const AHEAD_OF_US: ReadonlySet<GateReason> = new Set(['gap', 'unknown-reference', 'delete-future']);
/** And those that go away when this room has read what others have committed. */
const KNOWN_ELSEWHERE: ReadonlySet<GateReason> = new Set([
  ...AHEAD_OF_US,
  'owner',
  'clients',
  'structs',
]);

function isOneOf(reasons: ReadonlySet<GateReason>, fault: unknown): boolean {
  return fault instanceof GateRefusal && reasons.has(fault.reason);
}
