import type { Person } from '../domain/people/person.ts';
import { redirect } from '../framework.server.ts';
import { currentPerson } from '../use-cases/people/current-person.server.ts';

/** The signed-in person; without one the browser is sent to sign in and comes back here after. */
export async function requirePerson(request: Request): Promise<Person> {
  const person = await currentPerson(request);
  if (person !== null) return person;
  const { pathname, search } = new URL(request.url);
  const next = request.method === 'GET' ? pathname + search : '/';
  throw redirect(next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`);
}
