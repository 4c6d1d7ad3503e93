/**
 * Rights change while people are in a room: a sign-out, a role, a contract. The database says so on
 * a channel, to every process; whoever is concerned is looked at again before their next frame is.
 */
import { listenTo, type Listener } from '#db/connection.ts';
import { ACCESS_CHANNEL } from '#db/queries/access-changes.ts';
import { reviewAdmission } from '#app/use-cases/documents/admit-to-document.server.ts';
import { logFault } from '../log.ts';
import { ACCESS_REVIEW_MS } from './limits.ts';
import type { Member } from './member.ts';
import { CLOSE, refusedMessage } from './protocol.ts';
import type { Rooms } from './rooms.ts';

export class AccessWatch {
  private readonly rooms: Rooms;
  private readonly reviews = new WeakMap<Member, Promise<void>>();
  private listener: Listener | null = null;
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(rooms: Rooms) {
    this.rooms = rooms;
    this.timer = setInterval(() => void this.review(() => true), ACCESS_REVIEW_MS);
    this.timer.unref();
  }

  async listen(connectionString: string): Promise<void> {
    this.listener = await listenTo(connectionString, ACCESS_CHANNEL, {
      onMessage: (payload) => void this.review(concernedBy(payload)),
      onLost: () => void this.relisten(connectionString),
    });
  }

  /** Resolves when no review of this member is under way; null when none is. */
  underReview(member: Member): Promise<void> | null {
    return this.reviews.get(member) ?? null;
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.listener?.close();
  }

  private async review(concerns: (member: Member, documentId: string) => boolean): Promise<void> {
    const reviews: Promise<void>[] = [];
    for (const { documentId, room } of this.rooms.all()) {
      for (const member of room.members) {
        if (!concerns(member, documentId)) continue;
        const review = reviewMember(member, documentId).finally(() => {
          if (this.reviews.get(member) === review) this.reviews.delete(member);
        });
        this.reviews.set(member, review);
        reviews.push(review);
      }
    }
    await Promise.all(reviews);
  }

  /** What was missed meanwhile is unknown: everybody is looked at. */
  private async relisten(connectionString: string): Promise<void> {
    try {
      await this.listen(connectionString);
      await this.review(() => true);
    } catch (fault) {
      logFault('The line for changed rights was lost; trying again.', fault);
      setTimeout(() => void this.relisten(connectionString), RELISTEN_MS).unref();
    }
  }
}

const RELISTEN_MS = 500;

/** An assignment may concern anybody. */
function concernedBy(payload: string): (member: Member, documentId: string) => boolean {
  const [kind, id] = payload.split(':');
  if (kind === 'document') return (_member, documentId) => documentId === id;
  if (kind === 'session') return (member) => member.sessionId === id;
  if (kind === 'person') return (member) => member.person.id === id;
  return () => true;
}

async function reviewMember(member: Member, documentId: string): Promise<void> {
  try {
    const { ticketHash } = member;
    const admission = await reviewAdmission({ documentId, ticketHash, now: new Date() });
    if (admission === 'session') member.close(CLOSE.signInAgain, 'session');
    else if (admission === 'document') member.close(CLOSE.forbidden, 'document');
    else readmit(member, admission);
  } catch (fault) {
    // Without an answer nobody stays: they come back and are asked at the door.
    logFault('A review of rights failed.', fault);
    member.close(CLOSE.tryLater, 'review');
  }
}

function readmit(member: Member, admission: Parameters<Member['readmit']>[0]): void {
  const before = member.mode;
  member.readmit(admission);
  if (before === 'write' && admission.mode === 'read') {
    member.send(refusedMessage('read-only', 'This person may no longer change the document.'));
  }
  // Who may write now comes back through the door, which asks for what they have not sent.
  if (before === 'read' && admission.mode === 'write') member.close(CLOSE.restart, 'may-write');
}
