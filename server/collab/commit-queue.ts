/**
 * Group commit: what all rooms have to store goes into one transaction after the other, so that
 * the cost of a commit is shared by everybody who types at that moment.
 */
import type { Batch, NewUpdate } from '#db/queries/document-updates.ts';
import { isRolledBack } from '#db/rolled-back.ts';

type Waiting = {
  documentId: string;
  updates: readonly NewUpdate[];
  resolve: (lastSeq: number) => void;
  reject: (fault: unknown) => void;
};

/** @returns the last sequence by document; a document that does not exist is left out. */
type Commit = (batches: readonly Batch[]) => Promise<ReadonlyMap<string, number>>;

/** A transaction that is too long makes everybody wait for one paste. */
const UPDATES_PER_COMMIT_MAX = 5_000;

export class CommitQueue {
  private readonly commit: Commit;
  private waiting: Waiting[] = [];
  private running = false;

  constructor(commit: Commit) {
    this.commit = commit;
  }

  /**
   * Stores updates of one document, which has no other append under way.
   * @returns when they are committed, the sequence of the last one.
   * @throws when they are not, or when nobody knows: the log alone can tell.
   */
  append(documentId: string, updates: readonly NewUpdate[]): Promise<number> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ documentId, updates, resolve, reject });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    // Others who are about to append in this turn of the event loop come along.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.waiting.length > 0) await this.commitTogether(this.take());
    this.running = false;
  }

  private take(): Waiting[] {
    let updates = 0;
    const end = this.waiting.findIndex((waiting) => {
      updates += waiting.updates.length;
      return updates > UPDATES_PER_COMMIT_MAX;
    });
    return this.waiting.splice(0, end === -1 ? this.waiting.length : Math.max(end, 1));
  }

  private async commitTogether(together: Waiting[]): Promise<void> {
    try {
      const lastSeqs = await this.commit(together);
      for (const waiting of together) settle(waiting, lastSeqs);
    } catch (fault) {
      // One broken document must not take the others down with it. But what is perhaps stored
      // must not be stored again.
      if (together.length === 1 || !isRolledBack(fault)) {
        for (const waiting of together) waiting.reject(fault);
      } else for (const waiting of together) await this.commitTogether([waiting]);
    }
  }
}

function settle(waiting: Waiting, lastSeqs: ReadonlyMap<string, number>): void {
  const lastSeq = lastSeqs.get(waiting.documentId);
  if (lastSeq === undefined) waiting.reject(new Error(`No document ${waiting.documentId}.`));
  else waiting.resolve(lastSeq);
}
