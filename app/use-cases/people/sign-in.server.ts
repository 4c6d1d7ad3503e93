import { granted } from '../../domain/shared/result.ts';
import { openSession, type SignInAttempt } from './open-session.server.ts';

/** Signs a browser in. @returns the `Set-Cookie` header to answer with. */
export async function signIn(attempt: SignInAttempt) {
  const opened = await openSession(attempt, 'WEB');
  return opened.ok ? granted({ setCookie: opened.value.setCookie }) : opened;
}
