/** What the database holds about one document, read as it is. */
import { asc, eq } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { loadLog } from '#db/queries/document-updates.ts';
import { documents, documentSessions, documentUpdates } from '#db/schema/documents.ts';

export type LogRow = typeof documentUpdates.$inferSelect;

export type Stored = {
  rows: readonly LogRow[];
  /** Where the next row will be chained to. */
  head: { seq: number; sha256: Uint8Array | null };
  /** Whom each client id was issued to. */
  issued: ReadonlyMap<number, string>;
  /** What a server loads: the newest snapshot and the updates after it. */
  loaded: { parts: readonly Uint8Array[]; seq: number; snapshotBytes: number };
};

/** One moment of the document, whoever is writing. */
export async function readStored(db: Database, documentId: string): Promise<Stored> {
  return await db.transaction(
    async (tx) => {
      const rows = await tx
        .select()
        .from(documentUpdates)
        .where(eq(documentUpdates.documentId, documentId))
        .orderBy(asc(documentUpdates.seq));
      const [head] = await tx
        .select({ seq: documents.lastSeq, sha256: documents.lastSha256 })
        .from(documents)
        .where(eq(documents.id, documentId));
      if (head === undefined) throw new Error(`No document ${documentId}.`);
      const sessions = await tx
        .select({ clientId: documentSessions.clientId, personId: documentSessions.personId })
        .from(documentSessions)
        .where(eq(documentSessions.documentId, documentId));
      const issued = new Map(sessions.map(({ clientId, personId }) => [clientId, personId]));
      return { rows, head, issued, loaded: await loadLog(tx, documentId) };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}
