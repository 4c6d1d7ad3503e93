import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { database, inTransaction } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { hasNoPeople, insertPerson, findPmo } from '#db/queries/people.ts';
import { hashPassword } from '#server/auth/passwords.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';

/** Lives in memory only: another start prints another link, and the old one is dead. */
const holder = globalThis as { dagangFirstAccount?: Buffer };

/** A token for the link that makes the first administrator, or null when somebody is there. */
export async function offerFirstAccount(): Promise<string | null> {
  if (!(await hasNoPeople(database()))) return null;
  const token = randomBytes(24).toString('base64url');
  holder.dagangFirstAccount = digest(token);
  return token;
}

export function isFirstAccountToken(token: string): boolean {
  const offered = holder.dagangFirstAccount;
  return offered !== undefined && timingSafeEqual(offered, digest(token));
}

type FirstAccount = {
  token: string;
  email: string;
  name: string;
  password: string;
  now: Date;
};

/** Makes the administrator of an empty installation; the link works once. */
export async function createFirstAccount(
  account: FirstAccount,
): Promise<Result<{ personId: string }, Refusal>> {
  if (!isFirstAccountToken(account.token)) return refused({ code: 'not-found' });
  // Claimed before anything waits: of two who come at the same time one finds it gone.
  const { dagangFirstAccount: claimed } = holder;
  delete holder.dagangFirstAccount;
  try {
    return await insertFirstAccount(account);
  } catch (fault) {
    if (claimed !== undefined) holder.dagangFirstAccount ??= claimed;
    throw fault;
  }
}

async function insertFirstAccount(
  account: FirstAccount,
): Promise<Result<{ personId: string }, Refusal>> {
  const passwordHash = await hashPassword(account.password);
  return await inTransaction<Result<{ personId: string }, Refusal>>(async (tx) => {
    const pmo = await findPmo(tx);
    if (pmo === null || !(await hasNoPeople(tx))) return refused({ code: 'not-found' });
    const personId = newId();
    await insertPerson(tx, {
      id: personId,
      email: account.email.trim().toLowerCase(),
      nameZh: account.name.trim(),
      nameEn: account.name.trim(),
      passwordHash,
      createdAt: account.now,
      membership: { organisationId: pmo, role: 'ADMINISTRATOR' },
      isDemo: false,
    });
    await recordEvent(tx, {
      at: account.now,
      actorId: personId,
      action: 'person.created',
      subjectType: 'person',
      subjectId: personId,
    });
    return granted({ personId });
  });
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
