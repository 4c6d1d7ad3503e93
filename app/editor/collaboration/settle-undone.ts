/**
 * Gives what undo brings back its true neighbours. Yjs inserts the parts of a restored block one by
 * one and names neighbours that stand the wrong way round; whoever receives such parts in another
 * order, or reads them from a snapshot, puts the words in another order. Before the change leaves
 * this client, each part is made to name those that it really stands between.
 */
import * as Y from 'yjs';

/** @returns how to stop. */
export function settleUndone(doc: Y.Doc): () => void {
  const onTransaction = (transaction: Y.Transaction) => {
    if (transaction.origin instanceof Y.UndoManager) settle(transaction);
  };
  // Before anything is merged or sent.
  doc.on('beforeObserverCalls', onTransaction);
  return () => doc.off('beforeObserverCalls', onTransaction);
}

function settle({ doc, beforeState, afterState }: Y.Transaction): void {
  const { clientID } = doc;
  const from = beforeState.get(clientID) ?? 0;
  const to = afterState.get(clientID) ?? 0;
  if (from === to) return;
  const structs = doc.store.clients.get(clientID) ?? [];
  for (const item of structs.slice(Y.findIndexSS(structs, from))) {
    // The values of an attribute stand in a row of their own, which undo only continues.
    if (!(item instanceof Y.Item) || item.parentSub !== null) continue;
    item.origin = earlier(item, 'left')?.lastId ?? null;
    item.rightOrigin = earlier(item, 'right')?.id ?? null;
  }
}

/** The next on this side that was there before `item`: others read the parts in order. */
function earlier(item: Y.Item, side: 'left' | 'right'): Y.Item | null {
  let at = item[side];
  while (at !== null && at.id.client === item.id.client && at.id.clock > item.id.clock) {
    at = at[side];
  }
  return at;
}
