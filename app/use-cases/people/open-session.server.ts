import { database } from '#db/connection.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { findCredentials } from '#db/queries/people.ts';
import { passwordMatches } from '#server/auth/passwords.ts';
import { createSession, type SessionChannel } from '#server/auth/sessions.ts';
import { giveBackSignInTries, takeSignInTry } from '#server/auth/sign-in-limit.ts';
import { granted, refused } from '../../domain/shared/result.ts';

export type SignInAttempt = {
  email: string;
  password: string;
  /** Address of the client, for the rate limit. */
  clientAddress: string;
  now: Date;
};

/** Checks e-mail and password and opens a session; the refusal never says which of both was wrong. */
export async function openSession(attempt: SignInAttempt, channel: SessionChannel) {
  if (!(await takeSignInTry(attempt))) return refused({ code: 'sign-in.too-many' as const });

  const credentials = await findCredentials(database(), attempt.email);
  const matches = await passwordMatches(credentials?.passwordHash ?? null, attempt.password);
  if (credentials === null || !matches) return refused({ code: 'sign-in.wrong' as const });

  await giveBackSignInTries(attempt);
  const session = await createSession(credentials.personId, channel);
  await recordEvent(database(), {
    at: attempt.now,
    actorId: credentials.personId,
    action: 'session.opened',
    subjectType: 'person',
    subjectId: credentials.personId,
    details: { channel },
  });
  return granted(session);
}
