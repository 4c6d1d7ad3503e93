/**
 * What a round of commits brings to the people of a room, in one write for each of them: what they
 * are told is saved, what others wrote, merged, and where others are. A system call for each
 * person, edit and message would be what bounds a room.
 */
import { readTypedOn, TypedRuns } from './gate/typed-on.ts';
import type { Member } from './member.ts';
import { Parcel } from './parcel.ts';
import type { Presence } from './presence.ts';
import { savedMessage, updateMessage } from './protocol.ts';

type Outgoing = { bytes: Uint8Array; from: Member | null };

export class Broadcast {
  private readonly members: ReadonlySet<Member>;
  private readonly presence: Presence;
  private outgoing: Outgoing[] = [];
  private authors = new Set<Member>();
  private saved: Uint8Array | null = null;

  constructor(members: ReadonlySet<Member>, presence: Presence) {
    this.members = members;
    this.presence = presence;
  }

  /** An edit that is committed; null for one that somebody else committed. */
  add(bytes: Uint8Array, from: Member | null): void {
    this.outgoing.push({ bytes, from });
  }

  /** Who wrote hears that everything up to this state vector is committed. */
  acknowledge(authors: Iterable<Member>, stateVector: Uint8Array): void {
    for (const author of authors) this.authors.add(author);
    this.saved = savedMessage(stateVector);
  }

  send(): void {
    const { outgoing, authors, saved } = this;
    this.outgoing = [];
    this.authors = new Set();
    this.saved = null;
    const [first] = outgoing;
    if (first === undefined && saved === null) return;

    const update = together(outgoing).map(updateMessage);
    const presence = this.presence.takeChanged();
    const rest = presence === null ? [] : [presence];
    const forReaders = new Parcel([...update, ...rest]);
    const forAuthors = new Parcel(saved === null ? [] : [saved, ...update, ...rest]);
    // Who wrote all of it knows it; who wrote a part of it loses nothing by hearing it again.
    const knowsAll = outgoing.every(({ from }) => from === first?.from) ? first?.from : null;
    for (const author of authors) {
      if (author === knowsAll) author.deliver(new Parcel(saved === null ? [] : [saved, ...rest]));
      else author.deliver(forAuthors);
    }
    for (const member of this.members) if (!authors.has(member)) member.deliver(forReaders);
  }
}

/**
 * Typing is put together as it stands. The rest is told one after the other: what Yjs merges is
 * applied in another order than it was checked in.
 */
function together(outgoing: readonly Outgoing[]): Uint8Array[] {
  const updates: Uint8Array[] = [];
  let runs = new TypedRuns();
  const endRuns = () => {
    if (runs.isEmpty) return;
    updates.push(runs.merged());
    runs = new TypedRuns();
  };
  for (const { bytes } of outgoing) {
    const typed = readTypedOn(bytes);
    if (typed === null || (runs.hasAny(typed.client) && !runs.goesOn(typed))) endRuns();
    if (typed === null) updates.push(bytes);
    else runs.add(typed);
  }
  endRuns();
  return updates;
}
