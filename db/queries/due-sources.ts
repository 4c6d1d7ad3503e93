/**
 * Where the rows of the due list come from. Each source answers the same columns, is cut to what the
 * reader may see and to one page, and is sorted by an index of its own, so that the list stays as
 * quick with a hundred thousand rows as with a hundred.
 */
import { sql, type SQL } from 'drizzle-orm';
import type { AcceptingSide } from '../../app/domain/register/deliverable.ts';
import type { Reach } from '../../app/domain/people/reach.ts';
import { within } from './reach.ts';

/** What a person may see of the due list and do there. */
export type DueReader = {
  /** Rows that are only watched: null leaves them out. */
  read: Reach | null;
  submit: Reach;
  edit: Reach;
  accept: Reach;
  side: AcceptingSide | null;
  decide: Reach;
};

/** A row of the list before it, and how many are wanted. */
export type DuePage = { after: { part: number; on: string; id: string } | null; limit: number };

type Source = (reader: DueReader, page: DuePage) => SQL;

/** Work on a contract is due while it runs. */
const RUNNING = sql`a.stage in ('SIGNED', 'IMPLEMENTING')`;

const LATEST = sql`
  left join lateral (
    select e.event, e.side, e.reason, e.at from deliverable_events e
    where e.deliverable_id = d.id order by e.at desc, e.id desc limit 1
  ) latest on true`;

/** Deliverables with a day that nobody has handed in, or that came back. */
const owed: Source = (reader, page) => sql`
  select 1 as part, d.due_on as on_day, d.id,
    case when not ${within(reader.submit, sql`a.id`)} then 'WATCH'
      when latest.event = 'RETURNED' then 'RESUBMIT' else 'SUBMIT' end as act,
    ${DELIVERABLE}, coalesce(latest.reason, '') as reason, null::timestamptz as since
  from deliverables d join assignments a on a.id = d.assignment_id ${LATEST}
  where d.due_on is not null and ${RUNNING} and coalesce(latest.event, 'RETURNED') = 'RETURNED'
    and ${shown(reader, reader.submit)} ${following(page, { part: 1, on: sql`d.due_on`, id: sql`d.id` })}
  order by d.due_on, d.id limit ${page.limit}`;

/** The same without a day: the project office names it, the holder may hand in all the same. */
const undated: Source = (reader, page) => sql`
  select 2 as part, '9999-12-31'::date as on_day, d.id,
    case when ${within(reader.edit, sql`a.id`)} then 'SET_DATE'
      when not ${within(reader.submit, sql`a.id`)} then 'WATCH'
      when latest.event = 'RETURNED' then 'RESUBMIT' else 'SUBMIT' end as act,
    ${DELIVERABLE}, coalesce(latest.reason, '') as reason, null::timestamptz as since
  from deliverables d join assignments a on a.id = d.assignment_id ${LATEST}
  where d.due_on is null and ${RUNNING} and coalesce(latest.event, 'RETURNED') = 'RETURNED'
    and (${shown(reader, reader.submit)} or ${within(reader.edit, sql`a.id`)})
    ${following(page, { part: 2, on: sql`'9999-12-31'::date`, id: sql`d.id` })}
  order by d.id limit ${page.limit}`;

/** Milestones without result. */
const milestones: Source = (reader, page) => sql`
  select 1 as part, d.due_on as on_day, d.id,
    case when ${within(reader.edit, sql`a.id`)} then 'RECORD_RESULT' else 'WATCH' end as act,
    'milestone' as about, d.no, d.title_zh, d.title_en, d.due_on,
    a.code, a.title_zh as assignment_zh, a.title_en as assignment_en,
    '' as reason, null::timestamptz as since
  from milestones d join assignments a on a.id = d.assignment_id
  where ${RUNNING} and not exists (select from milestone_events e where e.milestone_id = d.id)
    and (${shown(reader, reader.edit)} or ${within(reader.submit, sql`a.id`)})
    ${following(page, { part: 1, on: sql`d.due_on`, id: sql`d.id` })}
  order by d.due_on, d.id limit ${page.limit}`;

/** What was handed in and waits for the side of the reader. */
const toAccept: Source = (reader, page) => sql`
  select 0 as part, (latest.at at time zone 'Asia/Shanghai')::date as on_day, d.id, 'ACCEPT' as act,
    ${DELIVERABLE}, '' as reason, latest.at as since
  from deliverables d join assignments a on a.id = d.assignment_id ${LATEST}
  where ${within(reader.accept, sql`a.id`)}
    and case when latest.event = 'SUBMITTED'
        then ${reader.side}::text = case when d.accepted_by = 'BANK' then 'BANK' else 'PMO' end
      when latest.event = 'ACCEPTED'
        then d.accepted_by = 'BOTH' and latest.side = 'PMO' and ${reader.side}::text = 'BANK'
      else false end
    ${following(page, { part: 0, on: sql`(latest.at at time zone 'Asia/Shanghai')::date`, id: sql`d.id` })}
  order by 2, d.id limit ${page.limit}`;

/** Requests for more time without decision. */
const timeRequests: Source = (reader, page) => sql`
  select 0 as part, (r.requested_at at time zone 'Asia/Shanghai')::date as on_day, r.id,
    'DECIDE_TIME' as act, ${DELIVERABLE}, r.reason, r.requested_at as since
  from time_requests r join deliverables d on d.id = r.deliverable_id
    join assignments a on a.id = d.assignment_id
  where not exists (select from time_request_decisions t where t.time_request_id = r.id)
    and ${within(reader.edit, sql`a.id`)}
    ${following(page, { part: 0, on: sql`(r.requested_at at time zone 'Asia/Shanghai')::date`, id: sql`r.id` })}
  order by 2, r.id limit ${page.limit}`;

/** Versions that wait for a no-objection. */
const noObjections: Source = (reader, page) => sql`
  select 0 as part, (n.requested_at at time zone 'Asia/Shanghai')::date as on_day, n.id,
    'NO_OBJECTION' as act, 'no-objection' as about, n.no, f.title as title_zh, f.title as title_en,
    n.due_on, a.code, a.title_zh as assignment_zh, a.title_en as assignment_en,
    n.note as reason, n.requested_at as since
  from no_objections n join assignments a on a.id = n.assignment_id
    join document_versions v on v.id = n.document_version_id
    join documents f on f.id = v.document_id
  where not exists (select from no_objection_decisions t where t.no_objection_id = n.id)
    and not exists (
      select from document_versions later
      where later.document_id = v.document_id and later.no > v.no)
    and ${within(reader.decide, sql`a.id`)}
    ${following(page, { part: 0, on: sql`(n.requested_at at time zone 'Asia/Shanghai')::date`, id: sql`n.id` })}
  order by 2, n.id limit ${page.limit}`;

/** Payments whose deliverable is accepted and for which no invoice is recorded, for the office. */
const toInvoice: Source = (reader, page) => sql`
  select 0 as part, (latest.at at time zone 'Asia/Shanghai')::date as on_day, p.id,
    'INVOICE' as act, ${DELIVERABLE}, '' as reason, latest.at as since
  from payments p join deliverables d on d.id = p.deliverable_id
    join assignments a on a.id = d.assignment_id ${LATEST}
  where latest.event = 'ACCEPTED' and (d.accepted_by <> 'BOTH' or latest.side = 'BANK')
    and not exists (select from payment_events t where t.payment_id = p.id)
    and ${within(reader.edit, sql`a.id`)}
    ${following(page, { part: 0, on: sql`(latest.at at time zone 'Asia/Shanghai')::date`, id: sql`p.id` })}
  order by 2, p.id limit ${page.limit}`;

export const DUE_SOURCES: readonly Source[] = [
  toAccept,
  timeRequests,
  noObjections,
  toInvoice,
  owed,
  milestones,
  undated,
];

/** Columns of a row about a deliverable. */
const DELIVERABLE = sql`'deliverable' as about, d.no, d.title_zh, d.title_en, d.due_on,
    a.code, a.title_zh as assignment_zh, a.title_en as assignment_en`;

/** What the reader has to do, and what the reader only watches where that is wanted. */
function shown({ read }: DueReader, own: Reach): SQL {
  return within(read ?? own, sql`a.id`);
}

/** The condition that a row comes after the last one of the page before. */
function following({ after }: DuePage, row: { part: number; on: SQL; id: SQL }): SQL {
  if (after === null || row.part > after.part) return sql``;
  if (row.part < after.part) return sql`and false`;
  return sql`and (${row.on}, ${row.id}) > (${after.on}::date, ${after.id}::text)`;
}
