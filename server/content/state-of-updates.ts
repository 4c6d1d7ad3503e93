import * as Y from 'yjs';

/**
 * Merges a log into one state. Through a document rather than Y.mergeUpdates, whose cost grows
 * with the square of the number of updates.
 */
export function stateOfUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const doc = docOfUpdates(updates);
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return state;
}

export function docOfUpdates(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}
