import type { LoggedUpdate } from '#db/queries/document-updates.ts';
import type { Member } from './member.ts';
import type { LoadedLog } from './update-log.ts';

/** What one room needs of the log. */
export type UpdateStore = {
  load: () => Promise<LoadedLog>;
  /** @returns the sequence of the last one. */
  append: (updates: readonly { bytes: Uint8Array; member: Member }[]) => Promise<number>;
  after: (seq: number) => Promise<LoggedUpdate[]>;
  /** Keeps the whole state after `seq`, so that loading is short; may fail without harm. */
  keep: (snapshot: { seq: number; state: Uint8Array }) => Promise<void>;
};
