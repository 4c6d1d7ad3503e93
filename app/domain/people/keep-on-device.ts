import type { Person } from './person.ts';
import type { Role } from './role.ts';

/**
 * Whose unsaved edits may wait on the own device, encrypted, until they are stored. Guests of the
 * project come with devices that nobody here knows.
 */
const KEEPS_ON_DEVICE: Record<Role, boolean> = {
  ADMINISTRATOR: true,
  PMO_OFFICER: true,
  RESIDENT_EXPERT: true,
  BANK_LEAD: true,
  BANK_REVIEWER: true,
  FIRM_MEMBER: true,
  EXTERNAL_EXPERT: false,
  OBSERVER: false,
};

/** Whether the browser of `person` may keep unsaved edits; the strictest membership decides. */
export function mayKeepOnDevice(person: Person): boolean {
  return person.memberships.every(({ role }) => KEEPS_ON_DEVICE[role]);
}
