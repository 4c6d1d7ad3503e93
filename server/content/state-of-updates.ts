import * as Y from 'yjs';
import { applyStored } from './apply-stored.ts';

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
  applyStored(doc, updates);
  return doc;
}
