import { database } from '#db/connection.ts';
import { findRegisterPage } from '#db/queries/register-page.ts';
import { reachOf } from '../../domain/people/reach.ts';
import type { Person } from '../../domain/people/person.ts';
import type { RegisterQuery } from '../../domain/register/register-query.ts';
import { calendarDateAt } from '../../domain/shared/calendar-date.ts';
import type { Locale } from '../../domain/shared/locale.ts';
import { registerReader } from '../register/register-reader.server.ts';

/** Every assignment of a view that `actor` may read, on all its pages, in its order. */
export async function viewCodes(view: {
  actor: Person;
  query: RegisterQuery;
  locale: Locale;
  now: Date;
}): Promise<string[]> {
  const { actor, query, locale, now } = view;
  const { rows } = await findRegisterPage(database(), {
    query: { ...query, page: 1 },
    reader: registerReader(actor),
    editable: reachOf(actor, 'edit', { type: 'assignment' }),
    locale,
    today: calendarDateAt(now),
    limit: ROWS_MAX,
  });
  return rows.map(({ code }) => code);
}

/** More than any sheet that is read back. */
const ROWS_MAX = 100_000;
