import * as Y from 'yjs';

/**
 * What the author may believe about the own changes. `unsaved` counts Yjs operations: about one
 * per character typed or removed.
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
  connectionChanged(state: 'online' | 'offline'): void;
  refuse(code: string): void;
  subscribe(listener: () => void): () => void;
  dispose(): void;
};

/**
 * Compares what this client wrote with what the server has committed. A pure removal does not
 * advance the client's clock, so it is counted on its own until a later acknowledgement arrives.
 */
export function trackSaving(doc: Y.Doc): SaveTracker {
  const listeners = new Set<() => void>();
  let committedClock = 0;
  let removals: Removal[] = [];
  let online = false;
  let refusal: string | null = null;
  let current: SaveStatus = { kind: 'saving', unsaved: 0 };

  const ownClock = () => Y.getState(doc.store, doc.clientID);
  const unsaved = () => Math.max(0, ownClock() - committedClock) + removals.length;

  function publish(): void {
    const next = statusOf({ unsaved: unsaved(), online, refusal });
    if (sameStatus(current, next)) return;
    current = next;
    listeners.forEach((listener) => listener());
  }

  function onTransaction(transaction: Y.Transaction): void {
    if (!transaction.local) return;
    if (isPureRemoval(transaction, doc.clientID)) {
      removals.push({ clock: ownClock(), waitsForInsertion: ownClock() > committedClock });
    }
    publish();
  }

  doc.on('afterTransaction', onTransaction);
  return {
    status: () => current,
    hasUnsaved: () => unsaved() > 0,
    acknowledge(stateVector) {
      const clock = Y.decodeStateVector(stateVector).get(doc.clientID) ?? 0;
      committedClock = Math.max(committedClock, clock);
      removals = removalsLeftAfter(removals, clock);
      publish();
    },
    connectionChanged(state) {
      online = state === 'online';
      publish();
    },
    refuse(code) {
      refusal = code;
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

/** A removal was sent after everything up to `clock`; the socket keeps the order. */
type Removal = { clock: number; waitsForInsertion: boolean };

/**
 * An acknowledgement past the removal's clock proves it. One at exactly its clock proves it only
 * if the insertion before it had been acknowledged already; else it may speak of that insertion.
 */
function removalsLeftAfter(removals: readonly Removal[], clock: number): Removal[] {
  return removals.flatMap((removal) => {
    if (clock < removal.clock) return [removal];
    if (clock === removal.clock && removal.waitsForInsertion) {
      return [{ ...removal, waitsForInsertion: false }];
    }
    return [];
  });
}

function isPureRemoval(transaction: Y.Transaction, clientId: number): boolean {
  const before = transaction.beforeState.get(clientId) ?? 0;
  const after = transaction.afterState.get(clientId) ?? 0;
  return before === after && transaction.deleteSet.clients.size > 0;
}

function statusOf(facts: { unsaved: number; online: boolean; refusal: string | null }): SaveStatus {
  if (facts.refusal !== null) return { kind: 'refused', code: facts.refusal };
  if (!facts.online) return { kind: 'offline', unsaved: facts.unsaved };
  return facts.unsaved === 0 ? { kind: 'saved' } : { kind: 'saving', unsaved: facts.unsaved };
}

function sameStatus(left: SaveStatus, right: SaveStatus): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
