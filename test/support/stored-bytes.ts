import { createHash } from 'node:crypto';
import { database } from '#db/connection.ts';
import { loadLog, updatesAfter } from '#db/queries/document-updates.ts';

/** One word for all that is stored of a document's content: every row of its log, and what loads. */
export async function storedBytes(documentId: string): Promise<string> {
  const hash = createHash('sha256');
  const rows = await updatesAfter(database(), documentId, 0);
  const { parts, seq } = await loadLog(database(), documentId);
  for (const row of rows) hash.update(`${row.seq}:`).update(row.bytes);
  for (const part of parts) hash.update('part').update(part);
  return `${rows.length} rows to ${seq}, ${hash.digest('hex')}`;
}
