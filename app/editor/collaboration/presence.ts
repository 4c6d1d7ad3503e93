import type { Awareness } from 'y-protocols/awareness';
import type { PresentPerson } from './binding.ts';

/** Everyone at the document, once each however many windows they have open; oneself first. */
export function presentPeople(awareness: Awareness): PresentPerson[] {
  const own = personIn(awareness.getLocalState());
  const people = new Map<string, PresentPerson>(own === null ? [] : [[own.name, own]]);
  for (const [clientId, state] of awareness.getStates()) {
    const person = clientId === awareness.clientID ? null : personIn(state);
    if (person === null || (own !== null && isSamePerson(own, person))) continue;
    if (!people.has(person.name)) people.set(person.name, person);
  }
  return [...people.values()];
}

/** The first character of a Chinese name, the first letters of a Latin one. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const [character = ''] = words[0] ?? '';
  if (/\p{Script=Han}/u.test(character)) return character;
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return `${character}${last.charAt(0)}`.toUpperCase();
}

function personIn(state: Record<string, unknown> | null): PresentPerson | null {
  const { name, color } = state ?? {};
  if (typeof name !== 'string' || name === '') return null;
  return { name, color: safeColor(color) };
}

/** The server names a person in both languages, one's own page in the language of the reader. */
function isSamePerson(own: PresentPerson, other: PresentPerson): boolean {
  return own.color === other.color && ` ${other.name} `.includes(` ${own.name} `);
}

/** Colours come from other browsers; anything but a plain hex colour is ignored. */
function safeColor(color: unknown): string {
  return typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color) ? color : '#4A565B';
}
