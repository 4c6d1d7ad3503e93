import { inTransaction } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { countSavedViews, insertSavedView } from '#db/queries/saved-views.ts';
import type { Person } from '../../domain/people/person.ts';
import { readRegisterQuery, registerSearch } from '../../domain/register/register-query.ts';
import { checkedViewName, VIEWS_A_PERSON_MAX } from '../../domain/register/view-name.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';

type Wish = {
  actor: Person;
  name: string;
  /** The search part of the register's address, with or without question mark. */
  search: string;
  now: Date;
};

/** Keeps filters, order and groups of the register for this person under a name. */
export async function saveView(wish: Wish): Promise<Result<{ query: string }, Refusal>> {
  const { actor, now } = wish;
  const name = checkedViewName(wish.name);
  if (!name.ok) return name;
  // Only what the register understands is kept, from the first page on.
  const { query } = readRegisterQuery(new URLSearchParams(wish.search));
  const search = registerSearch({ ...query, page: 1 }).slice(1);

  return await inTransaction<Result<{ query: string }, Refusal>>(async (tx) => {
    if ((await countSavedViews(tx, actor.id)) >= VIEWS_A_PERSON_MAX) {
      return refused({ code: 'view.too-many' });
    }
    const id = newId();
    const row = { id, personId: actor.id, name: name.value, query: search, createdAt: now };
    if (!(await insertSavedView(tx, row))) return refused({ code: 'view.name-taken' });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'saved-view.saved',
      subjectType: 'saved-view',
      subjectId: id,
      details: { before: null, after: { name: name.value, query: search } },
    });
    return granted({ query: search });
  });
}
