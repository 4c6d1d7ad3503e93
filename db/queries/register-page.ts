import { sql, type SQL } from 'drizzle-orm';
import type { Reach } from '../../app/domain/people/reach.ts';
import type {
  AssignmentKind,
  AssignmentRole,
  ProcurementReview,
  SelectionMethod,
} from '../../app/domain/register/assignment.ts';
import type { DeliverableKind, DeliverableState } from '../../app/domain/register/deliverable.ts';
import { ROWS_A_PAGE, type RegisterQuery } from '../../app/domain/register/register-query.ts';
import type { AssignmentStage } from '../../app/domain/register/stage.ts';
import type { CalendarDate } from '../../app/domain/shared/calendar-date.ts';
import type { Bilingual, Locale } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { askPrepared } from '../prepared.ts';
import { within } from './reach.ts';
import { filtersOf, groupOf, orderOf, type Piece } from './register-conditions.ts';
import { ALL_PARTS, joined, type RegisterReader } from './register-joins.ts';

export type Money = { amountMinor: number; currency: string };

/** One row of the register; what the reader may not know is null, as where there is nothing. */
export type RegisterRow = {
  id: string;
  code: string;
  kind: AssignmentKind;
  title: Bilingual;
  titleIsAssumed: boolean;
  component: { id: string; no: number; name: Bilingual } | null;
  componentIsAssumed: boolean;
  stage: AssignmentStage;
  method: SelectionMethod;
  review: ProcurementReview;
  holders: Bilingual[];
  myRoles: AssignmentRole[];
  /** The first deliverable that is still to be handed in. */
  next: {
    kind: DeliverableKind;
    title: Bilingual;
    dueOn: CalendarDate | null;
    state: DeliverableState;
    reason: string | null;
  } | null;
  /** A deliverable was handed in or returned and is not accepted yet. */
  underReview: boolean;
  openThreads: number;
  /** No-objections that wait for the Bank, and the first date by which it answers. */
  bank: { pending: number; dueOn: CalendarDate | null };
  contract: (Money & { signedOn: CalendarDate }) | null;
  planned: Money | null;
  mayEdit: boolean;
  isDemo: boolean;
  /** What the rows of its group share, and how many there are on all pages; null without groups. */
  group: { key: string | null; count: number } | null;
};

export type RegisterPage = {
  rows: RegisterRow[];
  /** Rows that the reader may see, and those of them that match the filters. */
  visible: number;
  matching: number;
};

type Question = {
  query: RegisterQuery;
  reader: RegisterReader;
  editable: Reach;
  locale: Locale;
  today: CalendarDate;
  /** Rows of the answer; `ROWS_A_PAGE` unless told. */
  limit?: number;
};

/** One page of the register: filtered, ordered, counted and cut in the database. */
export async function findRegisterPage(db: Queryable, question: Question): Promise<RegisterPage> {
  const rows = await askPrepared<Raw>(db, pageSql(question));
  const [first] = rows;
  return {
    visible: first?.visible ?? 0,
    matching: first?.matching ?? 0,
    rows: rows.flatMap((row) => (row.id === null ? [] : [asRow(row)])),
  };
}

function pageSql({ query, reader, editable, locale, today, limit = ROWS_A_PAGE }: Question): SQL {
  const filters = filtersOf(query, { reader, today });
  const order = orderOf(query, locale);
  const group = query.group === null ? null : groupOf(query.group, locale);
  const pieces: Piece[] = [...filters, order, ...(group === null ? [] : [group])];
  const needed = new Set(pieces.flatMap(({ needs }) => needs));
  const readable = within(reader.assignments, sql`a.id`);
  const where = sql.join([readable, ...filters.map((filter) => filter.sql)], sql` and `);
  const key = group === null ? sql`null::text` : group.sql;
  const place = group === null ? order.sql : sql`${group.order}, ${order.sql}`;
  return sql`
    with matching as (
      select a.id, ${key} as group_key, row_number() over (order by ${place}) as place
      from assignments a ${joined(needed, reader)}
      where ${where}
    ),
    page as (
      select *,
        ${group === null ? sql`0` : sql`count(*) over (partition by group_key)`}::int as group_count
      from matching
      order by place
      limit ${limit} offset ${(query.page - 1) * limit}
    )
    select told.visible, told.matching, shown.*
    from (
      select
        (select count(*)::int from assignments a where ${readable}) as visible,
        (select count(*)::int from matching) as matching
    ) told
    left join (
      select ${COLUMNS}, ${within(editable, sql`a.id`)} as may_edit,
        (select array_agg(r.role order by r.role) from assignment_roles r
          where r.assignment_id = a.id and r.person_id = ${reader.personId}) as my_roles,
        ${group === null ? sql`false` : sql`true`} as is_grouped, page.group_key, page.group_count,
        page.place
      from page join assignments a on a.id = page.id
      ${joined(ALL_PARTS, reader)}
      left join deliverables next on next.id = work.next_id
    ) shown on true
    order by shown.place`;
}

const COLUMNS = sql`
  a.id, a.code, a.kind, a.title_zh, a.title_en, a.title_is_assumed, a.component_is_assumed,
  a.stage, a.method, a.review, a.is_demo,
  c.id as component_id, c.no as component_no, c.name_zh as component_zh, c.name_en as component_en,
  holder.names_zh, holder.names_en,
  work.under_review, work.next_state, work.next_reason, work.next_due::text as next_due,
  next.kind as next_kind, next.title_zh as next_zh, next.title_en as next_en,
  comments.open as open_threads,
  bank.pending as bank_pending, bank.due_on::text as bank_due,
  contract.signed_on::text as signed_on, contract.currency as contract_currency,
  contract.amount_minor::float8 as contract_amount,
  planned.currency as planned_currency, planned.amount_minor::float8 as planned_amount`;

/** As the driver gives it. Integers of eight bytes come as float8, exact to 2^53. */
type Raw = {
  visible: number;
  matching: number;
  id: string | null;
  code: string;
  kind: AssignmentKind;
  title_zh: string;
  title_en: string;
  title_is_assumed: boolean;
  component_is_assumed: boolean;
  stage: AssignmentStage;
  method: SelectionMethod;
  review: ProcurementReview;
  is_demo: boolean;
  component_id: string | null;
  component_no: number;
  component_zh: string;
  component_en: string;
  names_zh: string[] | null;
  names_en: string[] | null;
  under_review: boolean;
  next_state: DeliverableState | null;
  next_reason: string | null;
  next_due: string | null;
  next_kind: DeliverableKind;
  next_zh: string;
  next_en: string;
  open_threads: number;
  bank_pending: number;
  bank_due: string | null;
  signed_on: string | null;
  contract_currency: string;
  contract_amount: number;
  planned_currency: string | null;
  planned_amount: number | null;
  may_edit: boolean;
  my_roles: AssignmentRole[] | null;
  is_grouped: boolean;
  group_key: string | null;
  group_count: number;
};

function asRow(raw: Raw): RegisterRow {
  return {
    id: raw.id ?? '',
    code: raw.code,
    kind: raw.kind,
    title: { zh: raw.title_zh, en: raw.title_en },
    titleIsAssumed: raw.title_is_assumed,
    component:
      raw.component_id === null
        ? null
        : {
            id: raw.component_id,
            no: raw.component_no,
            name: { zh: raw.component_zh, en: raw.component_en },
          },
    componentIsAssumed: raw.component_is_assumed,
    stage: raw.stage,
    method: raw.method,
    review: raw.review,
    holders: (raw.names_zh ?? []).map((zh, index) => ({ zh, en: raw.names_en?.[index] ?? zh })),
    myRoles: raw.my_roles ?? [],
    next: nextOf(raw),
    underReview: raw.under_review,
    openThreads: raw.open_threads,
    bank: { pending: raw.bank_pending, dueOn: raw.bank_due },
    contract:
      raw.signed_on === null
        ? null
        : {
            signedOn: raw.signed_on,
            currency: raw.contract_currency,
            amountMinor: raw.contract_amount,
          },
    planned:
      raw.planned_currency === null || raw.planned_amount === null
        ? null
        : { currency: raw.planned_currency, amountMinor: raw.planned_amount },
    mayEdit: raw.may_edit,
    isDemo: raw.is_demo,
    group: raw.is_grouped ? { key: raw.group_key, count: raw.group_count } : null,
  };
}

function nextOf(raw: Raw): RegisterRow['next'] {
  if (raw.next_state === null) return null;
  return {
    kind: raw.next_kind,
    title: { zh: raw.next_zh, en: raw.next_en },
    dueOn: raw.next_due,
    state: raw.next_state,
    reason: raw.next_state === 'RETURNED' ? raw.next_reason : null,
  };
}
