import type { Awareness } from 'y-protocols/awareness';
import type { PresentPerson } from './binding.ts';

/** Everyone at the document, once each however many windows they have open; oneself first. */
export function presentPeople(awareness: Awareness): PresentPerson[] {
  const states = [...awareness.getStates()].sort(
    ([left], [right]) => Number(right === awareness.clientID) - Number(left === awareness.clientID),
  );
  const people = new Map<string, PresentPerson>();
  for (const [, state] of states) {
    const { name, color } = state as { name?: unknown; color?: unknown };
    if (typeof name !== 'string' || name === '') continue;
    if (!people.has(name)) people.set(name, { name, color: safeColor(color) });
  }
  return [...people.values()];
}

/** Two letters of a Latin name, the last two characters of a Chinese one. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0] ?? '';
  if (/\p{Script=Han}/u.test(first)) return [...first].slice(-2).join('');
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return `${first.charAt(0)}${last.charAt(0)}`.toUpperCase();
}

/** Colours come from other browsers; anything but a plain hex colour is ignored. */
function safeColor(color: unknown): string {
  return typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color) ? color : '#4A565B';
}
