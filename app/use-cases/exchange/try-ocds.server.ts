import { createHash } from 'node:crypto';
import { inTransaction } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { insertImport } from '#db/queries/register-imports.ts';
import { readPackage, type PackageProblem } from '#server/ocds/read-package.ts';
import type { Person } from '../../domain/people/person.ts';
import type { RefusalCode } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { mayImport } from './may-import.server.ts';
import type { TrialRelease } from './received-release.server.ts';

type Trial = { actor: Person; fileName: string; bytes: Uint8Array; now: Date };
type OcdsRefusal = { code: RefusalCode; problems?: PackageProblem[] };

/** Reads a package of another system on trial; nothing of it is given out before it is stored. */
export async function tryOcds({
  actor,
  fileName,
  bytes,
  now,
}: Trial): Promise<Result<{ importId: string }, OcdsRefusal>> {
  if (!mayImport(actor)) return refused({ code: 'not-found' });
  const read = readPackage(decoded(bytes));
  if (!read.ok) return refused(read.refusal);
  const { envelope, releases } = read.value;
  const rows = releases.map((release): TrialRelease => ({ type: 'release', release, envelope }));
  const importId = newId();
  const sha256 = new Uint8Array(createHash('sha256').update(bytes).digest());
  const name = fileName.slice(0, FILE_NAME_MAX);
  await inTransaction(async (tx) => {
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
      action: 'ocds-release.tried',
      subjectType: 'register-import',
      subjectId: importId,
      details: { fileName: name, releases: rows.length },
    });
  });
  return granted({ importId });
}

/** @returns what is no JSON for bytes that are not UTF-8. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return '';
  }
}

const FILE_NAME_MAX = 200;
