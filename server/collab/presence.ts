import { applyAwarenessUpdate, encodeAwarenessUpdate, type Awareness } from 'y-protocols/awareness';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { personColor, type Person } from '#app/domain/people/person.ts';

type Sender = { person: Person; clientId: number };

/**
 * Takes a client's presence as far as it is its own: only the client id that the server gave it,
 * under the name and colour that the server knows. Everything else in the message is ignored.
 * @throws when the bytes are not an awareness update.
 */
export function takePresence(awareness: Awareness, update: Uint8Array, sender: Sender): void {
  const own = readEntries(update).find((entry) => entry.clientId === sender.clientId);
  if (own === undefined) return;
  const state = own.state === null ? null : { ...own.state, ...identity(sender.person) };
  applyAwarenessUpdate(awareness, writeEntry({ ...own, state }), 'socket');
}

/** The present state of all, for somebody who has just come. */
export function wholePresence(awareness: Awareness): Uint8Array {
  return encodeAwarenessUpdate(awareness, [...awareness.getStates().keys()]);
}

function identity(person: Person) {
  return {
    name:
      person.name.zh === person.name.en ? person.name.en : `${person.name.zh} ${person.name.en}`,
    color: personColor(person.id),
  };
}

type Entry = { clientId: number; clock: number; state: Record<string, unknown> | null };

function readEntries(update: Uint8Array): Entry[] {
  const decoder = decoding.createDecoder(update);
  const count = decoding.readVarUint(decoder);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
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
