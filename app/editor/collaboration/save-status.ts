import * as Y from 'yjs';
import { trackRemovals } from './removals.ts';

/**
 * What the author may believe about the own changes. `unsaved` counts Yjs operations: about one
 * per character typed, one per removal.
 */
export type SaveStatus =
  | { kind: 'saved' }
  | { kind: 'saving'; unsaved: number }
  | { kind: 'offline'; unsaved: number }
  | { kind: 'refused'; code: string };

export type SaveTracker = {
  status(): SaveStatus;
  /** True while something typed here may not be in the database yet. */
  hasUnsaved(): boolean;
  /** @param stateVector what the server has committed, as in message 120. */
  acknowledge(stateVector: Uint8Array): void;
  /** Whether the server should be asked for its state, see Removals. */
  needsBarrier(): boolean;
  barrierSent(): void;
  barrierAnswered(): void;
  connectionChanged(state: ConnectionState): void;
  refuse(code: string): void;
  subscribe(listener: () => void): () => void;
  dispose(): void;
};

/** `connected`: the socket is open but the two sides have not compared their states yet. */
export type ConnectionState = 'connected' | 'synced' | 'offline';

/** Compares what this client wrote with what the server says is committed. */
export function trackSaving(doc: Y.Doc): SaveTracker {
  const listeners = new Set<() => void>();
  const removals = trackRemovals();
  const facts: Facts = { unsaved: 0, connection: 'connected', refusal: null };
  let committedClock = 0;
  let current = statusOf(facts);

  const ownClock = () => Y.getState(doc.store, doc.clientID);

  function publish(): void {
    facts.unsaved = Math.max(0, ownClock() - committedClock) + removals.count();
    const next = statusOf(facts);
    if (JSON.stringify(current) === JSON.stringify(next)) return;
    current = next;
    listeners.forEach((listener) => listener());
  }

  function onTransaction(transaction: Y.Transaction): void {
    if (!transaction.local) return;
    if (isPureRemoval(transaction, doc.clientID)) removals.add(ownClock());
    publish();
  }

  doc.on('afterTransaction', onTransaction);
  return {
    status: () => current,
    hasUnsaved: () => facts.unsaved > 0,
    acknowledge(stateVector) {
      const clock = Y.decodeStateVector(stateVector).get(doc.clientID) ?? 0;
      committedClock = Math.max(committedClock, clock);
      removals.acknowledged(clock);
      publish();
    },
    needsBarrier: () => facts.connection === 'synced' && removals.needBarrier(),
    barrierSent: removals.barrierSent,
    barrierAnswered: removals.answered,
    connectionChanged(connection) {
      facts.connection = connection;
      if (connection === 'connected') removals.connected();
      publish();
    },
    refuse(code) {
      facts.refusal = code;
      publish();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      doc.off('afterTransaction', onTransaction);
      listeners.clear();
    },
  };
}

type Facts = { unsaved: number; connection: ConnectionState; refusal: string | null };

function isPureRemoval(transaction: Y.Transaction, clientId: number): boolean {
  const before = transaction.beforeState.get(clientId) ?? 0;
  const after = transaction.afterState.get(clientId) ?? 0;
  return before === after && transaction.deleteSet.clients.size > 0;
}

function statusOf({ unsaved, connection, refusal }: Facts): SaveStatus {
  if (refusal !== null) return { kind: 'refused', code: refusal };
  if (connection === 'offline') return { kind: 'offline', unsaved };
  if (connection === 'synced' && unsaved === 0) return { kind: 'saved' };
  return { kind: 'saving', unsaved };
}
