import { granted } from '../../domain/shared/result.ts';
import { openSession, type SignInAttempt } from './open-session.server.ts';

/** Signs another system in. @returns a bearer token and when it ends without use. */
export async function issueToken(attempt: SignInAttempt) {
  const opened = await openSession(attempt, 'API');
  return opened.ok
    ? granted({ token: opened.value.token, expiresAt: opened.value.expiresAt })
    : opened;
}
