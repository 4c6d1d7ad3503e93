import type { Bilingual, Locale } from '../shared/locale.ts';
import type { Role } from './role.ts';

/** A signed-in person with all that decides what they may do. */
export type Person = {
  id: string;
  email: string;
  name: Bilingual;
  /** Interface language chosen by the person, or null to follow the browser. */
  locale: Locale | null;
  memberships: Membership[];
};

export type Membership = { organisationId: string; organisationName: Bilingual; role: Role };

/** The caret and avatar colour of a person: steady over sessions, one of eight. */
export function personColor(personId: string): string {
  let sum = 0;
  for (let index = 0; index < personId.length; index += 1) sum += personId.charCodeAt(index);
  return PERSON_COLORS[sum % PERSON_COLORS.length] ?? PERSON_COLORS[0];
}

/** Dark enough for white text on them (4.5:1) in both themes. */
const PERSON_COLORS = [
  '#0B5A73',
  '#5B3C97',
  '#17603A',
  '#A11D1D',
  '#7A4B00',
  '#1D4E89',
  '#8A2C62',
  '#3F5B12',
] as const;
