/**
 * Who is in the room and where. The server issues one client id a socket and takes presence under
 * that id alone; name and colour are those it knows. Forged, frozen or flooding presence has no
 * effect on anybody else.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { personColor, type Person } from '#app/domain/people/person.ts';
import { PRESENCE_LIMITS } from './limits.ts';
import type { Member } from './member.ts';
import { Parcel } from './parcel.ts';
import { awarenessMessage } from './protocol.ts';

/** Cursors of many people are sent together, as often as an eye can follow. */
const PRESENCE_INTERVAL_MS = 40;

/** What is said of one member; state null for one who shows nothing or has left. */
type Shown = { clock: number; json: string };
const NOTHING = 'null';

export class Presence {
  private readonly members: ReadonlySet<Member>;
  private readonly shown = new Map<number, Shown>();
  private readonly changed = new Set<number>();
  private readonly left = new Set<number>();
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(members: ReadonlySet<Member>) {
    this.members = members;
  }

  /** @throws when the bytes are not an awareness update. */
  take(update: Uint8Array, member: Member): void {
    if (update.length > PRESENCE_LIMITS.bytes) return;
    const own = readEntries(update).find((entry) => entry.clientId === member.clientId);
    if (own === undefined) return;
    // Of somebody who comes back after a day any clock is believed once.
    const known = this.shown.get(member.clientId) ?? { clock: own.clock - 1, json: NOTHING };
    if (own.clock > known.clock + PRESENCE_LIMITS.clockStep) return;
    // As y-protocols has it: who is as old as what is known can only take it back.
    const isNews = own.clock > known.clock || (own.clock === known.clock && own.state === null);
    if (isNews) {
      const state = own.state === null ? null : { ...own.state, ...identity(member.person) };
      this.shown.set(member.clientId, { clock: own.clock, json: JSON.stringify(state) });
    }
    // Not every message changes something, but its sender takes an echo as a sign of life.
    if (this.shown.has(member.clientId)) this.note(member.clientId);
  }

  leave(member: Member): void {
    const known = this.shown.get(member.clientId);
    // A new socket of the same sitting may have come before the old one was found dead.
    const isBack = [...this.members].some(({ clientId }) => clientId === member.clientId);
    if (known === undefined || isBack) return;
    this.shown.set(member.clientId, { clock: known.clock, json: NOTHING });
    this.left.add(member.clientId);
    this.note(member.clientId);
  }

  /** The present state of all, for somebody who has just come. */
  whole(): Uint8Array {
    return this.messageOf([...this.shown].filter(([, { json }]) => json !== NOTHING));
  }

  destroy(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private note(clientId: number): void {
    this.changed.add(clientId);
    this.timer ??= setTimeout(this.send, PRESENCE_INTERVAL_MS);
  }

  /** What has changed since the last time, for somebody who writes to all anyway. */
  takeChanged(): Uint8Array | null {
    if (this.changed.size === 0) return null;
    this.destroy();
    const entries = [...this.changed].flatMap((id): [number, Shown][] => {
      const shown = this.shown.get(id);
      return shown === undefined ? [] : [[id, shown]];
    });
    this.changed.clear();
    for (const id of this.left) this.shown.delete(id);
    this.left.clear();
    return entries.length === 0 ? null : this.messageOf(entries);
  }

  private messageOf(entries: readonly [number, Shown][]): Uint8Array {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, entries.length);
    for (const [clientId, { clock, json }] of entries) {
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, json);
    }
    return awarenessMessage(encoding.toUint8Array(encoder));
  }

  private readonly send = (): void => {
    const message = this.takeChanged();
    if (message === null) return;
    const parcel = new Parcel([message]);
    for (const member of this.members) member.deliver(parcel);
  };
}

function identity(person: Person) {
  const { zh, en } = person.name;
  return { name: zh === en ? en : `${zh} ${en}`, color: personColor(person.id) };
}

type Entry = { clientId: number; clock: number; state: Record<string, unknown> | null };

function readEntries(update: Uint8Array): Entry[] {
  const decoder = decoding.createDecoder(update);
  const entries: Entry[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    const clientId = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const state: unknown = JSON.parse(decoding.readVarString(decoder));
    entries.push({ clientId, clock, state: isRecord(state) ? state : null });
  }
  return entries;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
