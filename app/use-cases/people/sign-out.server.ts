import { blankSessionCookie, endSession, sessionTokenOf } from '#server/auth/sessions.ts';

/** Ends the session on the server, so that a copied cookie is dead too. */
export async function signOut(request: Request): Promise<{ setCookie: string }> {
  const token = sessionTokenOf(request.headers.get('cookie'));
  if (token !== null) await endSession(token);
  return { setCookie: blankSessionCookie() };
}
