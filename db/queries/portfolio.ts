import { sql, type SQL } from 'drizzle-orm';
import type { Reach } from '../../app/domain/people/reach.ts';
import { ASSIGNMENT_STAGES, boardPhase, type BoardPhase } from '../../app/domain/register/stage.ts';
import type { CalendarDate } from '../../app/domain/shared/calendar-date.ts';
import type { Queryable } from '../connection.ts';
import { askPrepared } from '../prepared.ts';
import { WITH_STATE } from './deliverable-work.ts';
import { anyOf, within } from './reach.ts';
import { contractAmount, unanswered, type RegisterReader } from './register-joins.ts';

/** Minor units of one currency. */
export type MoneyFigures = {
  currency: string;
  planned: number;
  contracted: number;
  paid: number;
};

export type ComponentFigures = {
  /** Null for what has no component yet. */
  componentNo: number | null;
  phases: Partial<Record<BoardPhase, number>>;
  deliverables: { expected: number; late: number; submitted: number; accepted: number };
  /** No-objections that wait for the Bank. */
  pending: number;
  /** By currency; nothing where the reader may not know. */
  money: MoneyFigures[];
};

type Question = { reader: RegisterReader; deliverables: Reach; today: CalendarDate };

/** The figures of each component that has assignments, in one question. */
export async function findFigures(
  db: Queryable,
  { reader, deliverables, today }: Question,
): Promise<ComponentFigures[]> {
  const rows = await askPrepared<{ figures: ComponentFigures }>(
    db,
    sql`
    with visible as materialized (
      select a.id, a.component_id, a.stage, a.planned_amount_minor, a.planned_currency,
        coalesce(work.under_review, false) as under_review, work.expected, work.late,
        work.submitted, work.accepted
      from assignments a
      left join lateral (
        select
          bool_or(now_at.state in ('SUBMITTED', 'RETURNED', 'PMO_ACCEPTED')) as under_review,
          count(*) filter (where ${within(deliverables, sql`a.id`)} and ${OWED}) as expected,
          count(*) filter (where ${within(deliverables, sql`a.id`)} and ${OWED}
            and d.due_on < ${today}::date) as late,
          count(*) filter (where ${within(deliverables, sql`a.id`)}
            and now_at.state in ('SUBMITTED', 'PMO_ACCEPTED')) as submitted,
          count(*) filter (where ${within(deliverables, sql`a.id`)}
            and now_at.state = 'ACCEPTED') as accepted
        from deliverables d ${WITH_STATE}
        where d.assignment_id = a.id
      ) work on true
      where ${within(reader.assignments, sql`a.id`)}
    ),
    phased as (
      select component_id, json_object_agg(phase, count) as phases from (
        select component_id, ${PHASE} as phase, count(*) as count from visible group by 1, 2
      ) counted group by component_id
    ),
    counted as (
      select component_id, sum(expected)::int as expected, sum(late)::int as late,
        sum(submitted)::int as submitted, sum(accepted)::int as accepted
      from visible group by component_id
    ),
    waiting as (
      select v.component_id, count(*)::int as pending
      from visible v join no_objections n on n.assignment_id = v.id
      join document_versions asked on asked.id = n.document_version_id
      where ${within(reader.noObjections, sql`v.id`)} and ${unanswered()}
      group by v.component_id
    ),
    amounts as (${amounts(reader)}),
    money as (
      select component_id, json_agg(json_build_object('currency', currency, 'planned', planned,
        'contracted', contracted, 'paid', paid) order by currency) as money
      from (
        select component_id, currency, sum(planned)::bigint as planned,
          sum(contracted)::bigint as contracted, sum(paid)::bigint as paid
        from amounts group by component_id, currency
      ) summed group by component_id
    )
    select json_build_object(
      'componentNo', c.no, 'phases', p.phases,
      'deliverables', json_build_object('expected', n.expected, 'late', n.late,
        'submitted', n.submitted, 'accepted', n.accepted),
      'pending', coalesce(w.pending, 0), 'money', coalesce(m.money, '[]')
    ) as figures
    from counted n
    join phased p on p.component_id is not distinct from n.component_id
    left join components c on c.id = n.component_id
    left join waiting w on w.component_id is not distinct from n.component_id
    left join money m on m.component_id is not distinct from n.component_id
    order by c.no nulls last`,
  );
  return rows.map(({ figures }) => figures);
}

/** Planned, contracted and paid amounts of each assignment, as far as the reader may know them. */
function amounts(reader: RegisterReader): SQL {
  const readable = within(reader.contracts, sql`v.id`);
  return sql`
    select v.component_id, v.planned_currency as currency, v.planned_amount_minor as planned,
      0 as contracted, 0 as paid
    from visible v
    where v.planned_currency is not null
      and ${anyOf(reader.planned.map((reach) => within(reach, sql`v.id`)))}
    union all
    select v.component_id, k.currency, 0, ${contractAmount(sql`k`)}, 0
    from visible v join contracts k on k.assignment_id = v.id where ${readable}
    union all
    select v.component_id, k.currency, 0, 0, p.amount_minor
    from visible v join contracts k on k.assignment_id = v.id
    join payments p on p.contract_id = k.id
    where ${readable} and exists (
      select from payment_events e where e.payment_id = p.id and e.event = 'RELEASED')`;
}

const OWED = sql`now_at.state in ('EXPECTED', 'RETURNED')`;

/** The phase of the board for a stage, written out from the rule. */
const PHASE = sql`case ${sql.raw(
  ASSIGNMENT_STAGES.map((stage) => {
    const [calm, busy] = [boardPhase(stage, 'no'), boardPhase(stage, 'yes')];
    const phase =
      calm === busy ? `'${calm}'` : `case when under_review then '${busy}' else '${calm}' end`;
    return `when stage = '${stage}' then ${phase}`;
  }).join(' '),
)} end`;
