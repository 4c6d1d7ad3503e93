/**
 * Who is in the room and where. The server issues one client id a socket and takes presence under
 * that id alone; name and colour are those it knows. Forged, frozen or flooding presence has no
 * effect on anybody else.
 */
import {
  applyAwarenessUpdate,
  Awareness,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { personColor, type Person } from '#app/domain/people/person.ts';
import { PRESENCE_LIMITS } from './limits.ts';
import type { Member } from './member.ts';
import { Parcel } from './parcel.ts';
import { awarenessMessage } from './protocol.ts';

/** Cursors of many people are sent together, as often as an eye can follow. */
const PRESENCE_INTERVAL_MS = 40;

export class Presence {
  private readonly members: ReadonlySet<Member>;
  private readonly doc = new Y.Doc();
  private readonly awareness = new Awareness(this.doc);
  private readonly changed = new Set<number>();
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(members: ReadonlySet<Member>) {
    this.members = members;
    this.awareness.setLocalState(null);
    this.awareness.on('update', (change: Record<'added' | 'updated' | 'removed', number[]>) => {
      for (const id of [...change.added, ...change.updated, ...change.removed]) this.note(id);
    });
  }

  /** @throws when the bytes are not an awareness update. */
  take(update: Uint8Array, member: Member): void {
    if (update.length > PRESENCE_LIMITS.bytes) return;
    const own = readEntries(update).find((entry) => entry.clientId === member.clientId);
    if (own === undefined) return;
    const known = this.awareness.meta.get(member.clientId)?.clock ?? 0;
    if (own.clock > known + PRESENCE_LIMITS.clockStep) return;
    const state = own.state === null ? null : { ...own.state, ...identity(member.person) };
    applyAwarenessUpdate(this.awareness, writeEntry({ ...own, state }), 'socket');
    // Not every message changes something, but its sender takes an echo as a sign of life.
    this.note(member.clientId);
  }

  leave(member: Member): void {
    removeAwarenessStates(this.awareness, [member.clientId], 'socket');
  }

  /** The present state of all, for somebody who has just come. */
  whole(): Uint8Array {
    return awarenessMessage(
      encodeAwarenessUpdate(this.awareness, [...this.awareness.getStates().keys()]),
    );
  }

  destroy(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.awareness.destroy();
    this.doc.destroy();
  }

  private note(clientId: number): void {
    this.changed.add(clientId);
    this.timer ??= setTimeout(this.send, PRESENCE_INTERVAL_MS);
  }

  /** What has changed since the last time, for somebody who writes to all anyway. */
  takeChanged(): Uint8Array | null {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const clients = [...this.changed].filter((id) => this.awareness.meta.has(id));
    this.changed.clear();
    if (clients.length === 0) return null;
    return awarenessMessage(encodeAwarenessUpdate(this.awareness, clients));
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

function writeEntry({ clientId, clock, state }: Entry): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, clientId);
  encoding.writeVarUint(encoder, clock);
  encoding.writeVarString(encoder, JSON.stringify(state));
  return encoding.toUint8Array(encoder);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
