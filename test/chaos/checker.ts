/**
 * The one judge of all chaos tests. It trusts neither side: it replays the log row by row, and
 * holds what the clients were told and saw against it. The numbers are those of the invariants:
 * I1 acknowledged (or shown to others) is stored; I2 everybody holds the same; I4 every word once;
 * I6 every row is whole, chained and signed; I8 nothing waits for what never came.
 */
import * as Y from 'yjs';
import type { Stored } from './evidence.ts';
import type { Testimony } from './history.ts';
import { replayLog } from './replay-log.ts';

export type Violation = { invariant: 'I1' | 'I2' | 'I4' | 'I6' | 'I8' | 'G8'; what: string };

/**
 * At any moment, of a living or a dead server. `testimony` must have been taken before `stored`
 * was read, and before a new server can write.
 */
export function checkMoment(testimony: Testimony, stored: Stored): Violation[] {
  const { doc, violations } = replayLog(stored);
  const clockOf = (client: number) => Y.getState(doc.store, client);
  for (const [client, clock] of testimony.acknowledged) {
    if (clockOf(client) < clock) {
      violations.push(
        i1(`client ${client} was acknowledged to ${clock}, stored ${clockOf(client)}`),
      );
    }
  }
  const counts = countWords(doc);
  for (const { text, clientId, end, acknowledgedAt, seenAt, removal } of testimony.tokens) {
    const count = counts.get(text) ?? 0;
    if (count > 1) violations.push({ invariant: 'I4', what: `${text} is stored ${count} times` });
    if (acknowledgedAt !== null && (clockOf(clientId) < end || (removal === null && count === 0))) {
      violations.push(i1(`${text} was acknowledged and is not stored`));
    }
    if (removal !== null && removal.acknowledgedAt !== null && count > 0) {
      violations.push(i1(`the removal of ${text} was acknowledged and is not stored`));
    }
    if (seenAt !== null && clockOf(clientId) < end) {
      violations.push(i1(`${text} was shown to others and is not stored`));
    }
  }
  for (const { clientId, code, reason } of testimony.expelled) {
    violations.push({ invariant: 'G8', what: `honest client ${clientId}: ${code} ${reason}` });
  }
  const loaded = new Y.Doc();
  for (const part of stored.loaded.parts) Y.applyUpdate(loaded, part);
  compare('snapshot and tail', loaded, { doc, violations });
  return violations;
}

export type AtRest = {
  testimony: Testimony;
  stored: Stored;
  /** What clients and servers hold, as updates, by name. */
  copies: ReadonlyMap<string, Uint8Array>;
};

/** When nobody types any more and everybody has had time to hear everything. */
export function checkRest({ testimony, stored, copies }: AtRest): Violation[] {
  const violations = checkMoment(testimony, stored);
  const { doc } = replayLog(stored);
  const counts = countWords(doc);
  for (const { text, acknowledgedAt, removal } of testimony.tokens) {
    const wanted = removal === null ? 1 : 0;
    const count = counts.get(text) ?? 0;
    if (count !== wanted) {
      violations.push({ invariant: 'I4', what: `${text} is there ${count} times, not ${wanted}` });
    }
    if (acknowledgedAt === null) violations.push(i1(`${text} was never acknowledged`));
  }
  for (const [name, update] of copies) {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, update);
    compare(name, copy, { doc, violations });
  }
  return violations;
}

function compare(name: string, copy: Y.Doc, log: { doc: Y.Doc; violations: Violation[] }): void {
  if (hasPending(copy)) log.violations.push({ invariant: 'I8', what: `${name} waits for edits` });
  if (!Y.equalSnapshots(Y.snapshot(copy), Y.snapshot(log.doc))) {
    log.violations.push({ invariant: 'I2', what: `${name} knows other edits than the log` });
  }
  if (shown(copy) !== shown(log.doc)) {
    log.violations.push({ invariant: 'I2', what: `${name} shows another text than the log` });
  }
}

export function hasPending(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}

function countWords(doc: Y.Doc): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of shown(doc).matchAll(/\{\d+\.\d+\}/g)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function shown(doc: Y.Doc): string {
  return doc.get('root-v2', Y.XmlElement).toString();
}

function i1(what: string): Violation {
  return { invariant: 'I1', what };
}
