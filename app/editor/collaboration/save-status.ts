import * as Y from 'yjs';
import { trackRemovals } from './removals.ts';

/**
 * What stands between an author and the database, the gravest first:
 * `refused` what was sent is not taken, `foreign` the document holds what this editor does not
 * know, `forbidden` the right to write is gone, `signed-out` the sign-in is over, `unstored` the
 * database takes nothing at the moment, `blocked` the network lets no live connection through.
 */
export type TroubleKind =
  'refused' | 'foreign' | 'forbidden' | 'signed-out' | 'unstored' | 'blocked';

type Unsaved = {
  /** Yjs operations: about one per character typed, one per removal. */
  unsaved: number;
  /** They wait on this device too, and outlive this page. */
  kept: boolean;
};

/** What the author may believe about the own changes. */
export type SaveStatus =
  | { kind: 'saved' }
  | { kind: 'saving'; unsaved: number }
  /** No connection. */
  | ({ kind: 'offline' } & Unsaved)
  /** A connection over which nothing has been confirmed for seconds. */
  | ({ kind: 'late' } & Unsaved)
  | ({ kind: Exclude<TroubleKind, 'refused'> } & Unsaved)
  | ({ kind: 'refused'; code: string } & Unsaved);

/** A change made here, before or now, as far as it matters for whether it is stored. */
export type OwnChange = {
  clientId: number;
  /** The client's Yjs clock after it. */
  clock: number;
  /** It only removes, so that no clock shows it. */
  removal: boolean;
};

/** `connected`: the socket is open but the two sides have not compared their states yet. */
export type ConnectionState = 'connected' | 'synced' | 'offline';

/** Compares what this client wrote with what the server says is committed. */
export class SaveTracker {
  readonly #doc: Y.Doc;
  readonly #listeners = new Set<() => void>();
  readonly #hearers = new Set<() => void>();
  readonly #removals = trackRemovals();
  readonly #facts: Facts = { connection: 'connected', trouble: null, isLate: false, kept: false };
  /** Ids under which this author wrote: that of the sitting and earlier ones brought home. */
  readonly #ownIds: Set<number>;
  readonly #committed = new Map<number, number>();
  readonly #silence = watchSilence(() => {
    this.#facts.isLate = true;
    this.#publish();
  });
  #current: SaveStatus = statusOf(this.#facts, 0);

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    this.#ownIds = new Set([doc.clientID]);
    doc.on('afterTransaction', this.#onTransaction);
  }

  readonly status = (): SaveStatus => this.#current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Told after each acknowledgement. */
  onAcknowledged(hearer: () => void): () => void {
    this.#hearers.add(hearer);
    return () => this.#hearers.delete(hearer);
  }

  /** True while something typed here may not be in the database yet. */
  hasUnsaved(): boolean {
    return this.#unsaved() > 0;
  }

  /** What must be confirmed before nothing is unsaved, and an update that holds all of it. */
  unstored(): { changes: OwnChange[]; update: Uint8Array } {
    const { store, clientID } = this.#doc;
    const changes = [...this.#ownIds]
      .map((clientId) => ({ clientId, clock: Y.getState(store, clientId), removal: false }))
      .filter(({ clientId, clock }) => clock > this.#committedOf(clientId));
    if (this.#removals.count() > 0) {
      changes.push({ clientId: clientID, clock: this.#ownClock(), removal: true });
    }
    const committed = Y.encodeStateVector(new Map(this.#committed));
    return { changes, update: Y.encodeStateAsUpdate(this.#doc, committed) };
  }

  /** Whether the database is known to hold the change. */
  isStored({ clientId, clock, removal }: OwnChange): boolean {
    if (!removal) return this.#committedOf(clientId) >= clock;
    if (this.#removals.count() === 0) return true;
    return clientId === this.#doc.clientID && this.#committedOf(clientId) > clock;
  }

  /** @param stateVector what the server has committed, as in message 120. */
  acknowledge(stateVector: Uint8Array): void {
    for (const [clientId, clock] of Y.decodeStateVector(stateVector)) {
      this.#committed.set(clientId, Math.max(this.#committedOf(clientId), clock));
    }
    this.#removals.acknowledged(this.#committedOf(this.#doc.clientID));
    // Who is told that something is stored may write, and the database stores.
    const { trouble } = this.#facts;
    if (trouble !== null && !LASTING.includes(trouble.kind)) this.#facts.trouble = null;
    this.#facts.isLate = false;
    this.#silence.rest();
    this.#publish();
    this.#hearers.forEach((hearer) => hearer());
  }

  /** Counts changes of an earlier sitting, which have just been brought into the document. */
  adopt(changes: readonly OwnChange[]): void {
    for (const { clientId, removal } of changes) {
      this.#ownIds.add(clientId);
      if (removal) this.#removals.add(this.#ownClock());
    }
    this.#publish();
  }

  /** Whether the server should be asked for its state, see Removals. */
  needsBarrier(): boolean {
    return this.#facts.connection === 'synced' && this.#removals.needBarrier();
  }

  barrierSent(): void {
    this.#removals.barrierSent();
  }

  barrierAnswered(): void {
    this.#removals.answered();
  }

  connectionChanged(connection: ConnectionState): void {
    this.#facts.connection = connection;
    if (connection === 'connected') this.#removals.connected();
    const { trouble } = this.#facts;
    if (connection !== 'offline' && trouble?.kind === 'blocked') this.#facts.trouble = null;
    this.#publish();
  }

  /** Unsaved changes wait on this device too, or no longer do. */
  setKept(kept: boolean): void {
    this.#facts.kept = kept;
    this.#publish();
  }

  /** @param code the server's word for what is wrong; never to be got over. */
  refuse(code: string): void {
    this.#facts.trouble = { kind: 'refused', code };
    this.#publish();
  }

  /** A lesser trouble never hides a graver one. */
  stop(kind: Exclude<TroubleKind, 'refused'>): void {
    const { trouble } = this.#facts;
    if (trouble !== null && RANK.indexOf(trouble.kind) < RANK.indexOf(kind)) return;
    this.#facts.trouble = { kind };
    this.#publish();
  }

  dispose(): void {
    this.#doc.off('afterTransaction', this.#onTransaction);
    this.#silence.rest();
    this.#listeners.clear();
    this.#hearers.clear();
  }

  readonly #onTransaction = (transaction: Y.Transaction): void => {
    if (!transaction.local) return;
    this.#ownIds.add(this.#doc.clientID);
    if (isPureRemoval(transaction, this.#doc.clientID)) this.#removals.add(this.#ownClock());
    this.#publish();
  };

  #publish(): void {
    const count = this.#unsaved();
    if (count > 0) this.#silence.wake();
    else {
      this.#silence.rest();
      this.#facts.isLate = false;
    }
    const next = statusOf(this.#facts, count);
    if (JSON.stringify(this.#current) === JSON.stringify(next)) return;
    this.#current = next;
    this.#listeners.forEach((listener) => listener());
  }

  #unsaved(): number {
    const { store } = this.#doc;
    let count = this.#removals.count();
    for (const id of this.#ownIds) {
      count += Math.max(0, Y.getState(store, id) - this.#committedOf(id));
    }
    return count;
  }

  #ownClock(): number {
    return Y.getState(this.#doc.store, this.#doc.clientID);
  }

  #committedOf(clientId: number): number {
    return this.#committed.get(clientId) ?? 0;
  }
}

type Trouble = { kind: Exclude<TroubleKind, 'refused'> } | { kind: 'refused'; code: string };
type Facts = {
  connection: ConnectionState;
  trouble: Trouble | null;
  isLate: boolean;
  kept: boolean;
};

const RANK: readonly TroubleKind[] = [
  'refused',
  'foreign',
  'forbidden',
  'signed-out',
  'unstored',
  'blocked',
];
/** What no acknowledgement ends. */
const LASTING: readonly TroubleKind[] = ['refused', 'foreign'];

function isPureRemoval(transaction: Y.Transaction, clientId: number): boolean {
  const before = transaction.beforeState.get(clientId) ?? 0;
  const after = transaction.afterState.get(clientId) ?? 0;
  return before === after && transaction.deleteSet.clients.size > 0;
}

function statusOf({ trouble, connection, isLate, kept }: Facts, unsaved: number): SaveStatus {
  if (trouble !== null) return { ...trouble, unsaved, kept };
  if (connection === 'offline') return { kind: 'offline', unsaved, kept };
  if (isLate) return { kind: 'late', unsaved, kept };
  if (connection === 'synced' && unsaved === 0) return { kind: 'saved' };
  return { kind: 'saving', unsaved };
}

/** An open socket proves nothing; only acknowledgements do. Calls once when they fail to come. */
function watchSilence(onSilence: () => void) {
  let waiting: ReturnType<typeof setTimeout> | null = null;
  return {
    wake() {
      waiting ??= setTimeout(onSilence, SILENCE_MS);
    },
    rest() {
      if (waiting !== null) clearTimeout(waiting);
      waiting = null;
    },
  };
}

const SILENCE_MS = 4000;
