import type { OwnChange } from '../save-status.ts';
import { openKeptStore, type KeptStore } from './kept-store.ts';
import { seal, unseal, type KeptEdit, type Owner } from './seal.ts';

type Entry = {
  change: OwnChange;
  /** Null until it is written. */
  id: number | null;
  isStored: boolean;
};

/** Unsaved edits of one person in one document, sealed on the device until they are stored. */
export class KeptEdits {
  /** What earlier sittings left, in the order in which it was written. */
  readonly left: readonly KeptEdit[];
  readonly #owner: Owner;
  readonly #store: KeptStore;
  readonly #onLost: () => void;
  #entries: Entry[];
  #queue: { edit: KeptEdit; entry: Entry }[] = [];
  #working: Promise<void> = Promise.resolve();
  #isOpen = true;

  /**
   * @param onLost called when nothing can be kept any more.
   * @returns null where the browser keeps nothing.
   */
  static async open(owner: Owner, onLost: () => void): Promise<KeptEdits | null> {
    let kept: KeptEdits | null = null;
    const onGone = () => {
      if (kept !== null) kept.#isOpen = false;
      onLost();
    };
    const store = await openKeptStore(owner.personId, { now: Date.now(), onGone });
    if (store === null) return null;
    const records = await store.recordsOf(owner.documentId);
    const left = await Promise.all(records.map((record) => unseal(record, store.key)));
    const entries = left.map((change, index) => ({
      change,
      id: records[index]?.id ?? null,
      isStored: false,
    }));
    kept = new KeptEdits({ owner, store, onLost, left, entries });
    return kept;
  }

  private constructor(parts: {
    owner: Owner;
    store: KeptStore;
    onLost: () => void;
    left: readonly KeptEdit[];
    entries: Entry[];
  }) {
    this.left = parts.left;
    this.#owner = parts.owner;
    this.#store = parts.store;
    this.#onLost = parts.onLost;
    this.#entries = parts.entries;
  }

  put(edit: KeptEdit): void {
    const entry: Entry = { change: edit, id: null, isStored: false };
    this.#entries.push(entry);
    this.#queue.push({ edit, entry });
    if (this.#queue.length === 1) this.#work(() => this.#write());
  }

  /** Lets go of every change that the database is known to hold. */
  settle(isStored: (change: OwnChange) => boolean): void {
    let isAny = false;
    for (const entry of this.#entries) {
      if (entry.isStored || !isStored(entry.change)) continue;
      entry.isStored = true;
      isAny = true;
    }
    if (isAny) this.#work(() => this.#removeStored());
  }

  /** Gives up everything that is kept of this document. */
  async discard(): Promise<void> {
    this.settle(() => true);
    await this.#working;
  }

  close(): void {
    // What is being written is written first.
    this.#work(async () => {
      this.#isOpen = false;
      this.#store.close();
      return Promise.resolve();
    });
  }

  /** One after the other, so that what is kept never lacks what it builds on. */
  #work(act: () => Promise<void>): void {
    this.#working = this.#working
      .then(async () => {
        if (this.#isOpen) await act();
      })
      .catch((fault: unknown) => {
        // A full disk, for instance. What is written stays; the page says that no more is kept.
        this.#isOpen = false;
        this.#onLost();
        reportError(fault);
      });
  }

  async #write(): Promise<void> {
    const batch = this.#queue.filter(({ entry }) => !entry.isStored);
    this.#queue = [];
    const at = Date.now();
    const { key } = this.#store;
    const records = await Promise.all(
      batch.map(({ edit }) => seal(edit, { key, owner: this.#owner, at })),
    );
    const ids = await this.#store.add(records);
    batch.forEach(({ entry }, index) => (entry.id = ids[index] ?? null));
    await this.#removeStored();
  }

  async #removeStored(): Promise<void> {
    const stored = this.#entries.filter((entry) => entry.isStored);
    if (stored.length === 0) return;
    // What was never written needs no removing; what waits to be written is left out there.
    this.#entries = this.#entries.filter((entry) => !entry.isStored);
    await this.#store.remove(stored.flatMap(({ id }) => (id === null ? [] : [id])));
  }
}
