import { database } from '#db/connection.ts';
import { findPerson } from '#db/queries/people.ts';
import { sessionTokenOf, validateSession, type ValidSession } from '#server/auth/sessions.ts';
import type { Person } from '../../domain/people/person.ts';

export type SignedIn = { person: Person; session: ValidSession };

/** Who is behind a browser's request, by its session cookie; null when nobody is signed in. */
export async function currentPerson(request: Request): Promise<Person | null> {
  return (await currentSession(request))?.person ?? null;
}

/** The same with the session, by cookie or by `Authorization: Bearer`. */
export async function currentSession(request: Request): Promise<SignedIn | null> {
  const bearer = bearerTokenOf(request.headers.get('authorization'));
  if (bearer !== null) return await signedIn(bearer, 'API');
  const token = sessionTokenOf(request.headers.get('cookie'));
  return token === null ? null : await signedIn(token, 'WEB');
}

async function signedIn(token: string, channel: ValidSession['channel']): Promise<SignedIn | null> {
  const session = await validateSession(token);
  if (session?.channel !== channel) return null;
  const person = await findPerson(database(), session.personId);
  return person === null ? null : { person, session };
}

function bearerTokenOf(header: string | null): string | null {
  return /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1] ?? null;
}
