import { createHash } from 'node:crypto';
import { database, inTransaction } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { insertImport } from '#db/queries/register-imports.ts';
import { readXlsx } from '#server/xlsx/read-xlsx.ts';
import type { Person } from '../../domain/people/person.ts';
import { rowJudge } from '../../domain/register/import-row.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { exchangeWords } from './exchange-words.server.ts';
import { presentRegister, type TrialRow } from './import-register.server.ts';
import { inPieces } from './in-pieces.server.ts';
import { mayImport } from './may-import.server.ts';
import { readRegisterSheet, type SheetRefusal } from './read-register-sheet.server.ts';

type Trial = { actor: Person; fileName: string; bytes: Uint8Array; now: Date };

/** Reads a workbook on trial and keeps what each of its rows would do. The register stays as it is. */
export async function tryImport({
  actor,
  fileName,
  bytes,
  now,
}: Trial): Promise<Result<{ importId: string }, SheetRefusal>> {
  if (!mayImport(actor)) return refused({ code: 'not-found' });
  const read = await readXlsx(bytes);
  if (!read.ok) return read;
  const given = await readRegisterSheet(read.value, await exchangeWords());
  if (!given.ok) return given;
  const judge = rowJudge(await presentRegister(database(), actor));
  const rows = await inPieces(given.value, (row): TrialRow => {
    return { type: 'assignment', given: row, judged: judge(row) };
  });
  const importId = newId();
  const sha256 = new Uint8Array(createHash('sha256').update(bytes).digest());
  await inTransaction(async (tx) => {
    const name = fileName.slice(0, FILE_NAME_MAX);
    await insertImport(tx, {
      id: importId,
      personId: actor.id,
      fileName: name,
      sha256,
      rows,
      createdAt: now,
    });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'register-import.tried',
      subjectType: 'register-import',
      subjectId: importId,
      details: { fileName: name, rows: rows.length },
    });
  });
  return granted({ importId });
}

const FILE_NAME_MAX = 200;
