import { decodeTime, monotonicFactory } from 'ulid';

/** A new key. Keys of one process sort in the order in which they were made. */
export const newId: () => string = monotonicFactory();

/** When a key was made. */
export function timeOfId(id: string): Date {
  return new Date(decodeTime(id));
}
