import { database } from '#db/connection.ts';
import { findRegisterChoices } from '#db/queries/register-choices.ts';
import { findRegisterPage, type RegisterRow } from '#db/queries/register-page.ts';
import { reachesNothing, reachOf } from '../../domain/people/reach.ts';
import type { Person } from '../../domain/people/person.ts';
import { nextMove } from '../../domain/register/next-move.ts';
import { ROWS_A_PAGE, type ReadRegisterQuery } from '../../domain/register/register-query.ts';
import { calendarDateAt } from '../../domain/shared/calendar-date.ts';
import type { Locale } from '../../domain/shared/locale.ts';
import { registerReader } from './register-reader.server.ts';
import type { RegisterPageView, RegisterRowView } from './register-views.ts';

type Asked = ReadRegisterQuery & { actor: Person; locale: Locale; now: Date };

/** One page of the register as `actor` may see it, with what can be chosen there. */
export async function registerPage(asked: Asked): Promise<RegisterPageView> {
  const { actor, locale, now, query, ignored } = asked;
  const db = database();
  const reader = registerReader(actor);
  const editable = reachOf(actor, 'edit', { type: 'assignment' });
  const today = calendarDateAt(now);
  const [found, { managers, ...choices }] = await Promise.all([
    findRegisterPage(db, { query, reader, editable, locale, today }),
    findRegisterChoices(db, { reach: reader.assignments, personId: actor.id }),
  ]);
  const pages = Math.max(1, Math.ceil(found.matching / ROWS_A_PAGE));
  if (query.page > pages) return await registerPage({ ...asked, query: { ...query, page: pages } });
  return {
    query,
    ignored,
    rows: found.rows.map((row, index) => rowView(row, found.rows[index - 1])),
    visible: found.visible,
    matching: found.matching,
    pages,
    today,
    ...choices,
    bulk: reachesNothing(editable) ? null : { managers },
  };
}

function rowView(row: RegisterRow, above: RegisterRow | undefined): RegisterRowView {
  const { stage, bank, next, underReview, group } = row;
  const continues = above !== undefined && above.group?.key === group?.key;
  return {
    code: row.code,
    title: row.title,
    titleIsAssumed: row.titleIsAssumed,
    componentNo: row.component?.no ?? null,
    componentIsAssumed: row.componentIsAssumed,
    stage,
    method: row.method,
    review: row.review,
    holders: row.holders,
    next: next === null ? null : { title: next.title, dueOn: next.dueOn, state: next.state },
    move: nextMove({ stage, pending: bank.pending, nextState: next?.state ?? null, underReview }),
    openThreads: row.openThreads,
    contract: row.contract,
    planned: row.planned,
    mayEdit: row.mayEdit,
    group: continues ? null : group,
  };
}
