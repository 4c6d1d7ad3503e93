import { database } from '#db/connection.ts';
import { savedViewsOf } from '#db/queries/saved-views.ts';
import type { Person } from '../../domain/people/person.ts';
import type { SavedView } from './register-views.ts';

/** The views that this person keeps. */
export async function myViews(actor: Person): Promise<SavedView[]> {
  const rows = await savedViewsOf(database(), actor.id);
  return rows.map(({ id, name, query }) => ({ id, name, query }));
}
