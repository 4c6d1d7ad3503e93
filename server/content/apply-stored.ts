import * as Y from 'yjs';

/**
 * Applies stored updates and adds nothing. Left to itself Yjs takes formatting marks away that seem
 * to have lost their effect, after every change that came from elsewhere. Between editors that is
 * an edit like any other. A server would keep it to itself, in memory and in snapshots, and differ
 * from everybody for good when a mark was needed after all.
 * @throws on bytes that are no Yjs update.
 */
export function applyStored(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  doc.transact((transaction) => {
    for (const update of updates) Y.applyUpdate(doc, update, STORED);
    // Yjs tidies up after others only.
    transaction.local = true;
  }, STORED);
}

const STORED = 'log';
