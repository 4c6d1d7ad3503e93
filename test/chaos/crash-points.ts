/** Where a server can be made to die: named steps of storing and loading, seen from outside. */
import { inTransaction } from '#db/connection.ts';
import { appendBatches, saveSnapshot } from '#db/queries/document-updates.ts';
import type { UpdateLog } from '#server/collab/update-log.ts';

export const CRASH_POINTS = [
  'before-insert',
  'after-insert',
  'after-commit',
  'during-load',
  'during-compaction',
  'during-shutdown',
] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number];

export type Watch = {
  /** Told of every step; a promise that never settles holds the server there. */
  reach: (point: CrashPoint) => Promise<void>;
  /** Whether the step between insert and commit is wanted: production has both in one statement. */
  opensTransactions: () => boolean;
};

/** The log of production, with a name for each step of it. */
export function observedLog(log: UpdateLog, { reach, opensTransactions }: Watch): UpdateLog {
  const inOpenTransaction: UpdateLog['commit'] = (batches) =>
    inTransaction(async (tx) => {
      const appended = await appendBatches(tx, batches, new Date());
      await reach('after-insert');
      return appended;
    });
  return {
    ...log,
    load: async (documentId) => {
      const loaded = await log.load(documentId);
      await reach('during-load');
      return loaded;
    },
    commit: async (batches) => {
      await reach('before-insert');
      const commit = opensTransactions() ? inOpenTransaction : log.commit;
      const lastSeqs = await commit(batches);
      await reach('after-commit');
      return lastSeqs;
    },
    keep: (snapshot) =>
      inTransaction(async (tx) => {
        await saveSnapshot(tx, snapshot);
        await reach('during-compaction');
      }),
  };
}
