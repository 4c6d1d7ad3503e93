import type { Person } from '../domain/people/person.ts';
import { redirect } from '../framework.server.ts';
import { currentPerson } from '../use-cases/people/current-person.server.ts';
import type { AppLoadContext } from './load-context.ts';

/**
 * The signed-in person; without one the browser is sent to sign in and comes back here after.
 * @param context of the request: the loaders of one page that hand it over look only once.
 */
export async function requirePerson(request: Request, context?: AppLoadContext): Promise<Person> {
  const person = await (context === undefined ? currentPerson(request) : once(request, context));
  if (person !== null) return person;
  const { pathname, search } = new URL(request.url);
  const next = request.method === 'GET' ? pathname + search : '/';
  throw redirect(next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`);
}

const asked = new WeakMap<AppLoadContext, Promise<Person | null>>();

function once(request: Request, context: AppLoadContext): Promise<Person | null> {
  const known = asked.get(context) ?? currentPerson(request);
  asked.set(context, known);
  return known;
}
