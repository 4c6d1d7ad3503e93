import { createHash } from 'node:crypto';
import { database } from '#db/connection.ts';
import { chainAfter, findChainEnd, type ChainedRow } from '#db/queries/document-history.ts';

export type LogVerdict =
  | { ok: true; rows: number }
  /** `seq` is the first row that is missing or is not what was written. */
  | { ok: false; seq: number };

/**
 * Whether the log of a document is whole: no row missing, none changed, each chained to the one
 * before, and the last one the one that the document itself knows.
 * @throws when there is no such document.
 */
export async function verifyLog(documentId: string): Promise<LogVerdict> {
  const end = await findChainEnd(database(), documentId);
  if (end === null) throw new Error(`No document ${documentId}.`);
  let seq = 0;
  let sha256: Uint8Array | null = null;
  for (;;) {
    const rows = await chainAfter(database(), documentId, seq);
    for (const row of rows) {
      if (!follows(row, { seq, sha256 })) return { ok: false, seq: seq + 1 };
      ({ seq, sha256 } = row);
    }
    if (rows.length === 0) break;
  }
  // What was appended while this ran is newer than `end`.
  if (seq < end.seq) return { ok: false, seq: seq + 1 };
  if (seq === end.seq && !isSame(sha256, end.sha256)) return { ok: false, seq };
  return { ok: true, rows: seq };
}

function follows(row: ChainedRow, before: { seq: number; sha256: Uint8Array | null }): boolean {
  const sha256 = createHash('sha256').update(row.bytes).digest();
  return (
    row.seq === before.seq + 1 &&
    isSame(row.previousSha256, before.sha256) &&
    isSame(row.sha256, sha256)
  );
}

function isSame(left: Uint8Array | null, right: Uint8Array | null): boolean {
  if (left === null || right === null) return left === right;
  return Buffer.compare(left, right) === 0;
}
