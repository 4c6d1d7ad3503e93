/** The log as the rooms of a process need it. In production it is the database. */
import { commitPool, database, inTransaction } from '#db/connection.ts';
import { listenTo, type Hear, type Listener } from '#db/listen-to.ts';
import {
  commitBatches,
  lastSeqs,
  loadLog,
  saveSnapshot,
  UPDATES_CHANNEL,
  updatesAfter,
  type Batch,
  type LoggedUpdate,
} from '#db/queries/document-updates.ts';

export type Snapshot = { documentId: string; seq: number; state: Uint8Array; at: Date };
export type LoadedLog = { parts: Uint8Array[]; seq: number; snapshotBytes: number };

export type UpdateLog = {
  load: (documentId: string) => Promise<LoadedLog>;
  after: (documentId: string, seq: number) => Promise<LoggedUpdate[]>;
  /** One transaction. @returns the last sequence of each document that exists. */
  commit: (batches: readonly Batch[]) => Promise<ReadonlyMap<string, number>>;
  keep: (snapshot: Snapshot) => Promise<void>;
  /** The last committed sequence of each of these documents that exists. */
  lastSeqs: (documentIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** Hears of every commit, as `<document id>:<last seq>` parted by spaces. */
  listen: (connectionString: string, hear: Hear) => Promise<Listener>;
};

export const databaseLog: UpdateLog = {
  load: (documentId) => loadLog(database(), documentId),
  after: (documentId, seq) => updatesAfter(database(), documentId, seq),
  commit: (batches) => commitBatches(commitPool(), batches, new Date()),
  keep: (snapshot) => inTransaction((tx) => saveSnapshot(tx, snapshot)),
  lastSeqs: (documentIds) => lastSeqs(database(), documentIds),
  listen: (connectionString, hear) =>
    listenTo({ connectionString, channel: UPDATES_CHANNEL }, hear),
};
