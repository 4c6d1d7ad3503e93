import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { hasPending, type Violation } from './checker.ts';
import type { LogRow, Stored } from './evidence.ts';

/** The document that the log makes, and what is wrong with any of its rows. */
export function replayLog(stored: Stored): { doc: Y.Doc; violations: Violation[] } {
  const doc = new Y.Doc();
  const violations: Violation[] = [];
  let previous: LogRow | null = null;
  for (const row of stored.rows) {
    for (const what of faultsOfRow(row, previous)) violations.push({ invariant: 'I6', what });
    for (const what of foreignStructs(row, doc, stored.issued)) {
      violations.push({ invariant: 'I6', what });
    }
    const changed = applyAndTell(doc, row.bytes);
    if (hasPending(doc)) {
      violations.push({ invariant: 'I8', what: `row ${row.seq} waits for edits before it` });
    } else if (!changed) {
      violations.push({ invariant: 'I4', what: `row ${row.seq} stores what was stored already` });
    }
    previous = row;
  }
  const last = previous;
  if (stored.head.seq !== (last?.seq ?? 0) || !equal(stored.head.sha256, last?.sha256 ?? null)) {
    violations.push({ invariant: 'I6', what: 'the head is not the last row' });
  }
  return { doc, violations };
}

/** @returns whether anything is in the document that was not in it before. */
function applyAndTell(doc: Y.Doc, update: Uint8Array): boolean {
  const changes: Uint8Array[] = [];
  const note = (change: Uint8Array) => void changes.push(change);
  doc.on('update', note);
  Y.applyUpdate(doc, update);
  doc.off('update', note);
  return changes.length > 0;
}

function faultsOfRow(row: LogRow, previous: LogRow | null): string[] {
  const faults: string[] = [];
  const name = `row ${row.seq}`;
  if (row.seq !== (previous?.seq ?? 0) + 1) faults.push(`${name} does not follow the one before`);
  if (!equal(row.sha256, createHash('sha256').update(row.bytes).digest())) {
    faults.push(`${name} does not have the hash of its bytes`);
  }
  if (!equal(row.previousSha256, previous?.sha256 ?? null)) {
    faults.push(`${name} is not chained to the one before`);
  }
  if (row.personId === '') faults.push(`${name} names nobody`);
  if (Number.isNaN(row.createdAt.getTime())) faults.push(`${name} has no time`);
  // The first row is the template, which the server wrote for the person.
  if (row.seq > 1 && row.sessionId === null) faults.push(`${name} names no session`);
  return faults;
}

/** What is new in a row was written under a client id that was issued to the person it names. */
function foreignStructs(row: LogRow, doc: Y.Doc, issued: Stored['issued']): string[] {
  if (row.seq === 1) return [];
  const foreign = new Set<number>();
  for (const { id, length } of Y.decodeUpdate(row.bytes).structs) {
    const isNew = id.clock + length > Y.getState(doc.store, id.client);
    if (isNew && issued.get(id.client) !== row.personId) foreign.add(id.client);
  }
  return [...foreign].map((client) => `row ${row.seq} holds edits of ${client}, of somebody else`);
}

function equal(some: Uint8Array | null, other: Uint8Array | null): boolean {
  return some === null || other === null ? some === other : Buffer.compare(some, other) === 0;
}
