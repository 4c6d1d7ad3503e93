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
};

export type Keeper = {
  /** The document holds all that the server has: edits of earlier sittings fit into it now. */
  synced(): void;
  /** Somebody has signed in again: keeps anew what the sign-out took away. */
  reopen(): void;
  /** Lets go of what is kept of this document. */
  discard(): Promise<void>;
  close(): void;
};

/** Keeps every change made here on the device until the database holds it, and brings it home. */
export function keepUnsaved(sitting: Sitting): Keeper {
  const { doc, saving, owner, remote } = sitting;
  let kept: KeptEdits | null = null;
  /** Made while the store is being opened; null when it is not. */
  let early: KeptEdit[] | null = null;
  let home: KeptEdit[] = [];
  let isSynced = false;
  let isOver = false;

  async function open(first: KeptEdit[]): Promise<void> {
    early = first;
    const opened = await KeptEdits.open(owner, () => {
      kept = null;
      saving.setKept(false);
    });
    if (isOver) opened?.close();
    const made = early;
    early = null;
    if (opened === null || isOver) return;
    kept = opened;
    home = [...opened.left];
    for (const edit of made) opened.put(edit);
    saving.setKept(true);
    settle();
  }

  function settle(): void {
    kept?.settle((change) => saving.isStored(change));
    if (isSynced && !saving.hasUnsaved()) home = bringHome(home, sitting);
  }

  function onUpdate(update: Uint8Array, origin: unknown, _: Y.Doc, made: Y.Transaction): void {
    if (origin === remote || origin === BROUGHT_HOME) return;
    const edit = { ...changeOf(made, doc.clientID), update };
    if (kept !== null) kept.put(edit);
    else early?.push(edit);
  }

  doc.on('update', onUpdate);
  const stopHearing = saving.onAcknowledged(settle);
  open([]).catch(reportError);
  return {
    synced() {
      isSynced = true;
      settle();
    },
    reopen() {
      if (kept !== null || early !== null) return;
      const { changes, update } = saving.unstored();
      open(changes.map((change) => ({ ...change, update }))).catch(reportError);
    },
    async discard() {
      await kept?.discard();
    },
    close() {
      isOver = true;
      doc.off('update', onUpdate);
      stopHearing();
      kept?.close();
    },
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
function bringHome(edits: KeptEdit[], { doc, saving, beforeChange }: Sitting): KeptEdit[] {
  const group = firstGroup(edits);
  if (group.length === 0) return [];
  beforeChange();
  Y.applyUpdate(doc, Y.mergeUpdates(group.map(({ update }) => update)), BROUGHT_HOME);
  const { store } = doc;
  if (store.pendingStructs !== null || store.pendingDs !== null) {
    // They build on something that is nowhere. Sent, they would be refused, and all later ones.
    store.pendingStructs = null;
    store.pendingDs = null;
    reportError(new Error('Edits kept on this device do not fit into the document.'));
  }
  saving.adopt(group);
  return edits.slice(group.length);
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
