/**
 * Rights change while people are in a room: a sign-out, a role, a contract. The database says so on
 * a channel, to every process; whoever is concerned is looked at again before their next frame is.
 */
import { listenTo, type Listener } from '#db/listen-to.ts';
import { ACCESS_CHANNEL } from '#db/queries/access-changes.ts';
import {
  reviewAdmissions,
  type Admission,
} from '#app/use-cases/documents/admit-to-document.server.ts';
import { logFault } from '../log.ts';
import { inTime } from './in-time.ts';
import { ACCESS_REVIEW_MS, ACCESS_REVIEW_SEATS, STORE_ANSWER_MS } from './limits.ts';
import type { Member } from './member.ts';
import { CLOSE, refusedMessage } from './protocol.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';

export class AccessWatch {
  private readonly rooms: Rooms;
  /** Members to be looked at in the next round. */
  private waiting = new Map<Member, Seat>();
  private looking: Promise<void> | null = null;
  private heard = 0;
  private readonly holds = new WeakMap<Member, Hold>();
  private listener: Listener | null = null;
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(rooms: Rooms) {
    this.rooms = rooms;
    this.timer = setInterval(() => this.review(() => true, nobodyWaits), ACCESS_REVIEW_MS);
    this.timer.unref();
  }

  async listen(connectionString: string): Promise<void> {
    this.listener = await listenTo(
      { connectionString, channel: ACCESS_CHANNEL },
      {
        onMessage: (payload) => {
          this.heard += 1;
          this.review(concernedBy(payload), framesWait);
        },
        onLost: (fault) => logFault('The line for changed rights was lost; trying again.', fault),
        // What was missed meanwhile is unknown: everybody is looked at.
        onBack: () => {
          this.heard += 1;
          this.review(() => true, framesWait);
          return Promise.resolve();
        },
      },
    );
  }

  /** Resolves when no review of this member is under way; null when none is. */
  underReview(member: Member): Promise<void> | null {
    return this.holds.get(member)?.over ?? null;
  }

  /** How many notices have come; to be asked before somebody's rights are. */
  get notices(): number {
    return this.heard;
  }

  /** A person has come in whose rights were asked for when so many notices had come. */
  cameIn(personId: string, notices: number): void {
    if (this.heard === notices) return;
    // What has changed since may concern them, and they were in no room to be looked at.
    this.review((member) => member.person.id === personId, framesWait);
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.listener?.close();
    await this.looking;
  }

  /**
   * Notices often come many at a time, one for each row that changed: they share one look at each
   * member, which begins after the last of them.
   */
  private review(concerns: Concern, newHold: () => Hold | null): void {
    for (const { documentId, room } of this.rooms.all()) {
      for (const member of room.members) {
        if (!concerns(member, documentId)) continue;
        const hold = this.waiting.get(member)?.hold ?? newHold();
        this.waiting.set(member, { documentId, room, hold });
        if (hold !== null) this.holds.set(member, hold);
      }
    }
    if (this.waiting.size > 0) this.looking ??= this.look();
  }

  private async look(): Promise<void> {
    while (this.waiting.size > 0) {
      await new Promise((resolve) => setImmediate(resolve));
      const seats = [...this.waiting];
      this.waiting = new Map();
      for (let at = 0; at < seats.length; at += ACCESS_REVIEW_SEATS) {
        const some = seats.slice(at, at + ACCESS_REVIEW_SEATS);
        await reviewMembers(some);
        for (const [member, { hold }] of some) this.letGo(member, hold);
      }
    }
    this.looking = null;
  }

  private letGo(member: Member, hold: Hold | null): void {
    // Another notice may have come meanwhile.
    if (hold !== null && this.holds.get(member) === hold) this.holds.delete(member);
    hold?.end();
  }
}

/** Frames of a member wait until this is over. */
type Hold = { over: Promise<void>; end: () => void };
type Seat = { documentId: string; room: Room; hold: Hold | null };

function framesWait(): Hold {
  let end: () => void = () => undefined;
  const over = new Promise<void>((resolve) => (end = resolve));
  return { over, end };
}

/** Nobody has said that anything changed: nobody waits for a look around. */
function nobodyWaits(): null {
  return null;
}

type Concern = (member: Member, documentId: string) => boolean;

/** An assignment may concern anybody. */
function concernedBy(payload: string): Concern {
  const [kind, id] = payload.split(':');
  if (kind === 'document') return (_member, documentId) => documentId === id;
  if (kind === 'session') return (member) => member.sessionId === id;
  if (kind === 'person') return (member) => member.person.id === id;
  return () => true;
}

async function reviewMembers(seats: readonly [Member, Seat][]): Promise<void> {
  try {
    const asked = seats.map(([{ ticketHash }, { documentId }]) => ({ documentId, ticketHash }));
    // Frames wait for the answer, and with them the news that nothing is stored.
    const admissions = await inTime(reviewAdmissions(asked, new Date()), STORE_ANSWER_MS);
    await Promise.all(
      seats.map(async ([member, { room }], index) => {
        const admission = admissions[index] ?? 'session';
        if (admission === 'session') member.close(CLOSE.signInAgain, 'session');
        else if (admission === 'document') member.close(CLOSE.forbidden, 'document');
        else await readmit(member, admission, room);
      }),
    );
  } catch (fault) {
    // Without an answer nobody stays: they come back and are asked at the door.
    logFault('A review of rights failed.', fault);
    for (const [member] of seats) member.close(CLOSE.tryLater, 'review');
  }
}

async function readmit(member: Member, admission: Admission, room: Room): Promise<void> {
  const before = member.mode;
  member.readmit(admission);
  if (before === 'write' && admission.mode === 'read') {
    // What was taken before is stored, and acknowledged, before they are told.
    await room.committed();
    member.send(refusedMessage('read-only', 'This person may no longer change the document.'));
  }
  // Who may write now comes back through the door, which asks for what they have not sent.
  if (before === 'read' && admission.mode === 'write') member.close(CLOSE.restart, 'may-write');
}
