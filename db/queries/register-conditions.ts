/** The filters, order and groups of the register in SQL, over a row `a` of assignments. */
import { sql, type SQL } from 'drizzle-orm';
import type { CalendarDate } from '../../app/domain/shared/calendar-date.ts';
import type { Locale } from '../../app/domain/shared/locale.ts';
import {
  SOON_DAYS,
  type Grouping,
  type RegisterQuery,
  type SortColumn,
} from '../../app/domain/register/register-query.ts';
import { ASSIGNMENT_STAGES, boardPhase, type BoardPhase } from '../../app/domain/register/stage.ts';
import { anyOf, listOf, within } from './reach.ts';
import type { Part, RegisterReader } from './register-joins.ts';

/** A piece of SQL and what must be joined for it. */
export type Piece = { sql: SQL; needs: readonly Part[] };

export function filtersOf(
  query: RegisterQuery,
  { reader, today }: { reader: RegisterReader; today: CalendarDate },
): Piece[] {
  const pieces: Piece[] = [];
  const add = (condition: SQL, ...needs: Part[]) => pieces.push({ sql: condition, needs });
  if (query.text !== '') add(contains(query.text));
  if (query.component === 'none') add(sql`a.component_id is null`);
  else if (query.component !== null) add(sql`c.no = ${query.component}`, 'component');
  if (query.stage !== null) add(sql`a.stage = ${query.stage}`);
  if (query.phase !== null) pieces.push(inPhase(query.phase));
  if (query.method !== null) add(sql`a.method = ${query.method}`);
  if (query.kind !== null) add(sql`a.kind = ${query.kind}`);
  if (query.review !== null) add(sql`a.review = ${query.review}`);
  if (query.holder !== null) add(heldByKey(query.holder));
  if (query.due === 'late') add(sql`work.next_due < ${today}::date`, 'work');
  if (query.due === 'soon') {
    add(sql`work.next_due between ${today}::date and ${today}::date + ${SOON_DAYS}::int`, 'work');
  }
  if (query.mine) add(mine(reader));
  if (query.waiting) add(sql`bank.pending > 0`, 'bank');
  return pieces;
}

/** What the rows are ordered by, in the direction of the query; the code decides between equals. */
export function orderOf(query: RegisterQuery, locale: Locale): Piece {
  const { keys, needs } = SORT_KEYS[query.sort](locale);
  const direction = sql.raw(query.direction === 'ascending' ? 'asc' : 'desc');
  // What is not known stands last in both directions.
  const ordered = keys.map((key) => sql`${key} ${direction} nulls last`);
  const codes = query.sort === 'code' ? [] : CODE.map((key) => sql`${key} asc`);
  return { sql: sql.join([...ordered, ...codes], sql`, `), needs };
}

/** The value that the rows of one group share, as text; null for the rows that have none. */
export function groupOf(grouping: Grouping, locale: Locale): Piece & { order: SQL } {
  switch (grouping) {
    case 'component':
      return { sql: sql`c.no::text`, order: sql`c.no nulls last`, needs: ['component'] };
    case 'stage':
      return { sql: sql`a.stage`, order: STAGE_RANK, needs: [] };
    case 'method':
      return { sql: sql`a.method`, order: sql`a.method`, needs: [] };
    case 'holder': {
      const names = sql`array_to_string(${holderNames(locale)}, ', ')`;
      const order = sql`${names} collate ${collation(locale)} nulls last, ${names}`;
      return { sql: names, order, needs: ['holder'] };
    }
  }
}

/** The phases of the board in SQL: by stage, and for those that run by what is under review. */
function inPhase(phase: BoardPhase): Piece {
  const stagesWhere = (reportUnderReview: 'yes' | 'no') =>
    ASSIGNMENT_STAGES.filter((stage) => boardPhase(stage, reportUnderReview) === phase);
  const [calm, busy] = [stagesWhere('no'), stagesWhere('yes')];
  if (calm.join() === busy.join()) return { sql: sql`a.stage in ${listOf(calm)}`, needs: [] };
  return {
    sql: anyOf([
      sql`(a.stage in ${listOf(calm)} and not work.under_review)`,
      sql`(a.stage in ${listOf(busy)} and work.under_review)`,
    ]),
    needs: ['work'],
  };
}

function contains(text: string): SQL {
  const words = sql`a.code || ' ' || a.title_zh || ' ' || a.title_en`;
  return sql`strpos(lower(normalize(${words}, nfkc)), lower(normalize(${text}::text, nfkc))) > 0`;
}

function heldByKey(key: string): SQL {
  return sql`(exists (select from assignment_holders h
      where h.assignment_id = a.id and h.organisation_id = ${key})
    or exists (select from individual_holders h
      where h.assignment_id = a.id and h.person_id = ${key}))`;
}

function mine({ personId, organisationIds }: RegisterReader): SQL {
  const held = {
    personId,
    everywhere: false,
    heldBy: organisationIds,
    notHeldBy: null,
    invited: true,
  };
  return sql`(exists (select from assignment_roles r
      where r.assignment_id = a.id and r.person_id = ${personId})
    or ${within(held, sql`a.id`)})`;
}

const CODE: readonly SQL[] = [sql`substring(a.code from '[0-9]+')::bigint`, sql`a.code`];
const STAGE_RANK: SQL = sql`array_position(${sql.raw(
  `array[${ASSIGNMENT_STAGES.map((stage) => `'${stage}'`).join(', ')}]`,
)}, a.stage)`;

type Keys = { keys: readonly SQL[]; needs: readonly Part[] };

const SORT_KEYS: Record<SortColumn, (locale: Locale) => Keys> = {
  code: () => ({ keys: CODE, needs: [] }),
  title: (locale) => ({
    keys: [
      sql`${locale === 'en' ? sql`a.title_en` : sql`a.title_zh`} collate ${collation(locale)}`,
    ],
    needs: [],
  }),
  component: () => ({ keys: [sql`c.no`], needs: ['component'] }),
  stage: () => ({ keys: [STAGE_RANK], needs: [] }),
  method: () => ({ keys: [sql`a.method`], needs: [] }),
  review: () => ({ keys: [sql`a.review`], needs: [] }),
  holder: (locale) => ({
    keys: [sql`array_to_string(${holderNames(locale)}, ', ') collate ${collation(locale)}`],
    needs: ['holder'],
  }),
  step: () => ({ keys: [STAGE_RANK, sql`work.next_due`], needs: ['work'] }),
  due: () => ({ keys: [sql`work.next_due`], needs: ['work'] }),
  comments: () => ({ keys: [sql`comments.open`], needs: ['comments'] }),
  signed: () => ({ keys: [sql`contract.signed_on`], needs: ['contract'] }),
  amount: () => ({
    keys: [sql`contract.currency`, sql`contract.amount_minor`],
    needs: ['contract'],
  }),
  planned: () => ({
    keys: [sql`planned.currency`, sql`planned.amount_minor`],
    needs: ['planned'],
  }),
};

function holderNames(locale: Locale): SQL {
  return locale === 'en' ? sql`holder.names_en` : sql`holder.names_zh`;
}

/** Pinyin for Chinese, and numbers by their value, as a reader expects. */
function collation(locale: Locale): SQL {
  return sql.raw(locale === 'en' ? '"en-x-icu"' : '"zh-x-icu"');
}
