import * as Y from 'yjs';
import { leafTextsOf, replaceRange } from '#app/editor/content/y-leaves.ts';
import { inTransaction } from '#db/connection.ts';
import { appendUpdates, loadLog } from '#db/queries/document-updates.ts';
import { docOfUpdates } from '#server/content/state-of-updates.ts';

type Edit = { documentId: string; personId: string; words: string; by: string };

/** Replaces the first place where `words` stand, as an editor would; '' deletes them. */
export async function editDocument({ documentId, personId, words, by }: Edit): Promise<void> {
  await inTransaction(async (tx) => {
    const doc = docOfUpdates((await loadLog(tx, documentId)).parts);
    const leaf = leafTextsOf(doc).findIndex((text) => text.includes(words));
    const offset = leafTextsOf(doc)[leaf]?.indexOf(words) ?? -1;
    const changes: Uint8Array[] = [];
    doc.on('update', (change) => changes.push(change));
    const place = { start: { leaf, offset }, end: { leaf, offset: offset + words.length } };
    if (!replaceRange(doc, place, by)) throw new Error(`"${words}" does not stand in the text.`);
    await appendUpdates(tx, documentId, {
      updates: [
        { bytes: Y.mergeUpdates(changes), personId, sessionId: null, clientId: doc.clientID },
      ],
      at: new Date(),
    });
  });
}
