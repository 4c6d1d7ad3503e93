/**
 * The log as a database keeps it, with a hand on every call: whoever runs the simulation decides
 * when a call is carried out, when its answer arrives, and what breaks between the two.
 */
import * as Y from 'yjs';
import type { Hear } from '#db/listen-to.ts';
import type { Batch } from '#db/queries/document-updates.ts';
import type { Snapshot, UpdateLog } from '#server/collab/update-log.ts';
import { applyStored } from '#server/content/apply-stored.ts';
import { docOfUpdates } from '#server/content/state-of-updates.ts';
import { areSame } from './same-content.ts';
import type { Violations } from './violations.ts';

export const DOCUMENT_ID = 'document-1';

type Row = { bytes: Uint8Array; clientId: number };

/** One call of a process to the database. */
export type Call = {
  process: LogClient;
  what: 'read' | 'write';
  /** Carries it out; the answer is still on its way. */
  perform: () => void;
  /** Lets the answer arrive, or a fault where there is none. */
  answer: () => void;
  fail: () => void;
  isPerformed: boolean;
};

/** What one process sees of the log. */
export type LogClient = UpdateLog & {
  isDead: boolean;
  hear: Hear | null;
  /** Announcements on their way to it. */
  inbox: string[];
  /** The line for announcements is broken. */
  isDeaf: boolean;
};

export class SimulatedLog {
  readonly rows: Row[] = [];
  /** What all committed rows say, kept beside as the truth. */
  readonly truth = new Y.Doc();
  snapshot: Snapshot | null = null;
  /** Calls under way, oldest first. */
  readonly calls: Call[] = [];
  readonly clients: LogClient[] = [];
  private readonly violations: Violations;

  constructor(first: Uint8Array, violations: Violations) {
    this.violations = violations;
    this.append([{ bytes: first, clientId: 1 }]);
  }

  /** The log for a process that has just started. */
  connect(): LogClient {
    const client: LogClient = {
      isDead: false,
      hear: null,
      inbox: [],
      isDeaf: false,
      load: () =>
        this.call(client, 'read', () => {
          const tail = this.rows.slice(this.snapshot?.seq ?? 0).map(({ bytes }) => bytes);
          return {
            parts: this.snapshot === null ? tail : [this.snapshot.state, ...tail],
            seq: this.rows.length,
            snapshotBytes: this.snapshot?.state.length ?? 0,
          };
        }),
      after: (_documentId, seq) =>
        this.call(client, 'read', () =>
          this.rows.slice(seq).map(({ bytes }, index) => ({ seq: seq + index + 1, bytes })),
        ),
      commit: (batches) => this.call(client, 'write', () => this.commit(batches)),
      keep: (snapshot) => this.call(client, 'write', () => this.keep(snapshot)),
      lastSeqs: () => this.call(client, 'read', () => new Map([[DOCUMENT_ID, this.rows.length]])),
      listen: (_connectionString, hear) => {
        client.hear = hear;
        const close = () => {
          client.hear = null;
          return Promise.resolve();
        };
        return Promise.resolve({ close });
      },
    };
    this.clients.push(client);
    return client;
  }

  /** The process is gone: nothing is answered to it any more. What it sent may still be done. */
  forget(process: LogClient): void {
    process.isDead = true;
    process.hear = null;
    process.inbox = [];
  }

  private call<Value>(
    process: LogClient,
    what: Call['what'],
    carryOut: () => Value,
  ): Promise<Value> {
    return new Promise((resolve, reject) => {
      if (process.isDead) return;
      let done: { value: Value } | null = null;
      const end = (finish: () => void) => {
        this.calls.splice(this.calls.indexOf(call), 1);
        if (!process.isDead) finish();
      };
      const call: Call = {
        process,
        what,
        isPerformed: false,
        perform: () => {
          done = { value: carryOut() };
          call.isPerformed = true;
        },
        answer: () =>
          end(() => {
            if (done === null) throw new Error('A call was answered before it was carried out.');
            resolve(done.value);
          }),
        fail: () => end(() => reject(new Error('The database does not answer.'))),
      };
      this.calls.push(call);
    });
  }

  private commit(batches: readonly Batch[]): ReadonlyMap<string, number> {
    this.append(batches.flatMap(({ updates }) => updates));
    const line = `${DOCUMENT_ID}:${this.rows.length}`;
    for (const client of this.clients) {
      if (client.hear !== null && !client.isDeaf) client.inbox.push(line);
    }
    return new Map([[DOCUMENT_ID, this.rows.length]]);
  }

  private append(rows: readonly Row[]): void {
    for (const row of rows) {
      this.rows.push({ bytes: row.bytes, clientId: row.clientId });
      applyStored(this.truth, [row.bytes]);
      const { pendingStructs, pendingDs } = this.truth.store;
      if (pendingStructs !== null || pendingDs !== null) {
        this.violations.add('pending', `row ${this.rows.length} waits for edits that never came`);
      }
    }
  }

  private keep(snapshot: Snapshot): void {
    const rows = this.rows.slice(0, snapshot.seq).map(({ bytes }) => bytes);
    if (!areSame(docOfUpdates(rows), docOfUpdates([snapshot.state]))) {
      this.violations.add('snapshot', `the snapshot of ${snapshot.seq} says what its rows do not`);
    }
    if (this.snapshot === null || this.snapshot.seq < snapshot.seq) this.snapshot = snapshot;
  }
}
