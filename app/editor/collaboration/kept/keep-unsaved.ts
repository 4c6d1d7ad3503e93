import * as Y from 'yjs';
import type { OwnChange, SaveTracker } from '../save-status.ts';
import { KeptEdits } from './kept-edits.ts';
import type { KeptEdit, Owner } from './seal.ts';

/** Origin of edits of an earlier sitting; not that of the provider, so they are sent. */
export const BROUGHT_HOME = 'brought-home';

type Sitting = {
  doc: Y.Doc;
  saving: SaveTracker;
  owner: Owner;
  /** Origin of what comes from the server. */
  remote: unknown;
  /** Called before the document changes without its editor. */
  beforeChange(): void;
  /** Told of words that build on what the document does not hold, e.g. after an old backup. */
  onMisfit(words: string[]): void;
};

/** Keeps every change made here on the device until the database holds it, and brings it home. */
export class Keeper {
  readonly #sitting: Sitting;
  readonly #stopHearing: () => void;
  #kept: KeptEdits | null = null;
  /** Made while the store is being opened; null when it is not. */
  #early: KeptEdit[] | null = null;
  /** What earlier sittings left and the document does not hold yet. */
  #home: KeptEdit[] = [];
  #isSynced = false;
  #isOver = false;

  constructor(sitting: Sitting) {
    this.#sitting = sitting;
    sitting.doc.on('update', this.#onUpdate);
    this.#stopHearing = sitting.saving.onAcknowledged(() => this.#settle());
    this.#open([]).catch(reportError);
  }

  /** The document holds all that the server has: edits of earlier sittings fit into it now. */
  synced(): void {
    this.#isSynced = true;
    this.#settle();
  }

  /** Somebody has signed in again: keeps anew what the sign-out took away. */
  reopen(): void {
    if (this.#kept !== null || this.#early !== null) return;
    const { changes, update } = this.#sitting.saving.unstored();
    this.#open(changes.map((change) => ({ ...change, update }))).catch(reportError);
  }

  /** Lets go of what is kept of this document. */
  async discard(): Promise<void> {
    await this.#kept?.discard();
  }

  close(): void {
    this.#isOver = true;
    this.#sitting.doc.off('update', this.#onUpdate);
    this.#stopHearing();
    this.#kept?.close();
  }

  async #open(first: KeptEdit[]): Promise<void> {
    const { owner, saving } = this.#sitting;
    this.#early = first;
    const opened = await KeptEdits.open(owner, () => {
      this.#kept = null;
      saving.setKept(false);
    });
    const made = this.#early;
    this.#early = null;
    if (this.#isOver) opened?.close();
    if (opened === null || this.#isOver) return;
    this.#kept = opened;
    this.#home = [...opened.left];
    for (const edit of made) opened.put(edit);
    saving.setKept(true);
    this.#settle();
  }

  #settle(): void {
    const { saving } = this.#sitting;
    // What has not come home yet is not in the document that is compared.
    const isHome = (change: OwnChange) => !this.#home.some((edit) => edit === change);
    this.#kept?.settle((change) => isHome(change) && saving.isStored(change));
    if (this.#isSynced && !saving.hasUnsaved()) this.#home = bringHome(this.#home, this.#sitting);
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown, ...rest: [Y.Doc, Y.Transaction]) => {
    const { doc, remote } = this.#sitting;
    if (origin === remote || origin === BROUGHT_HOME) return;
    const edit = { ...changeOf(rest[1], doc.clientID), update };
    if (this.#kept !== null) this.#kept.put(edit);
    else this.#early?.push(edit);
  };
}

function changeOf(made: Y.Transaction, clientId: number): OwnChange {
  const clock = made.afterState.get(clientId) ?? 0;
  return { clientId, clock, removal: clock === (made.beforeState.get(clientId) ?? 0) };
}

/**
 * Applies the oldest of `edits`, as many as the server takes at once.
 * @returns those that are left.
 */
function bringHome(
  edits: KeptEdit[],
  { doc, saving, beforeChange, onMisfit }: Sitting,
): KeptEdit[] {
  const group = firstGroup(edits);
  if (group.length === 0) return [];
  beforeChange();
  Y.applyUpdate(doc, Y.mergeUpdates(group.map(({ update }) => update)), BROUGHT_HOME);
  const { store } = doc;
  if (store.pendingStructs !== null || store.pendingDs !== null) {
    // They build on something that is nowhere. Sent, they would be refused, and all later ones.
    store.pendingStructs = null;
    store.pendingDs = null;
    const words = group.map(({ update }) => wordsOutside(doc, update)).join('');
    if (words !== '') onMisfit([words]);
    reportError(new Error('Edits kept on this device do not fit into the document.'));
  }
  saving.adopt(group);
  return edits.slice(group.length);
}

/** The characters of an update that the document did not take. */
function wordsOutside(doc: Y.Doc, update: Uint8Array): string {
  return Y.decodeUpdate(update)
    .structs.filter(({ id }) => id.clock >= Y.getState(doc.store, id.client))
    .map((struct) =>
      struct instanceof Y.Item && struct.content instanceof Y.ContentString
        ? struct.content.str
        : '',
    )
    .join('');
}

function firstGroup(edits: readonly KeptEdit[]): KeptEdit[] {
  const clients = new Set<number>();
  let bytes = 0;
  const end = edits.findIndex(({ clientId, update }) => {
    clients.add(clientId);
    bytes += update.length;
    return bytes > update.length && (clients.size > GROUP_CLIENTS_MAX || bytes > GROUP_BYTES_MAX);
  });
  return edits.slice(0, end === -1 ? edits.length : end);
}

/** Below the limits of one update in server/collab/limits.ts. */
const GROUP_CLIENTS_MAX = 6;
const GROUP_BYTES_MAX = 512 * 1024;
