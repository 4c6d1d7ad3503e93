import { database, type Queryable } from '#db/connection.ts';
import { loadLog } from '#db/queries/document-updates.ts';
import { treeOf } from '#server/content/document-content.ts';
import { stateOfUpdates } from '#server/content/state-of-updates.ts';
import type { DocumentTree } from '../../domain/documents/document-tree.ts';

export type PresentContent = {
  /** Whole Yjs state, V1 encoding. */
  state: Uint8Array;
  tree: DocumentTree;
  /** Sequence of the last update in it: the revision that readers are told. */
  seq: number;
};

/** What the document says now, from the committed log. */
export async function presentContent(
  documentId: string,
  known: { lastSeq: number; db?: Queryable },
): Promise<PresentContent> {
  const cached = cache.get(documentId);
  if (cached?.seq === known.lastSeq) return remember(documentId, cached);
  const { parts, seq } = await loadLog(known.db ?? database(), documentId);
  const state = stateOfUpdates(parts);
  return remember(documentId, { state, tree: treeOf(state), seq });
}

/** Reading the same revision again is the common case: reviewers open what was sent to them. */
const CACHED_DOCUMENTS_MAX = 50;
const cache = new Map<string, PresentContent>();

function remember(documentId: string, content: PresentContent): PresentContent {
  cache.delete(documentId);
  cache.set(documentId, content);
  const oldest = cache.keys().next().value;
  if (cache.size > CACHED_DOCUMENTS_MAX && oldest !== undefined) cache.delete(oldest);
  return content;
}
