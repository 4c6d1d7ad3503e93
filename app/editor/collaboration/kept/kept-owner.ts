/**
 * Unsaved edits that wait on this device belong to one person, and go when that person signs out
 * or another one signs in. Small, because every page carries it.
 */
export const KEPT_DATABASE = 'dagang-unsaved';

/** Deletes everything that is kept, with its key. Pages that have it open let go of it. */
export function forgetKept(): void {
  localStorage.removeItem(OWNER_KEY);
  indexedDB.deleteDatabase(KEPT_DATABASE);
}

/** Deletes what somebody else has left here. */
export function forgetKeptOfOthers(personId: string): void {
  const owner = localStorage.getItem(OWNER_KEY);
  if (owner !== null && owner !== personId) forgetKept();
}

export function setKeptOwner(personId: string): void {
  localStorage.setItem(OWNER_KEY, personId);
}

const OWNER_KEY = 'dagang-unsaved-of';
