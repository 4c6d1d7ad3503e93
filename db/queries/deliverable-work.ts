import { sql, type SQL } from 'drizzle-orm';

/**
 * Joins to each row `d` of deliverables its state and the reason of its latest event, as `now_at`
 * (`state`, `reason`). The state follows from the latest event, as
 * app/domain/register/deliverable-state.ts has it.
 */
export const WITH_STATE: SQL = sql`
  left join lateral (
    select
      case
        when latest.event is null then 'EXPECTED'
        when latest.event = 'ACCEPTED' and d.accepted_by = 'BOTH' and latest.side = 'PMO'
          then 'PMO_ACCEPTED'
        else latest.event
      end as state,
      latest.reason
    from (select) one
    left join lateral (
      select event, side, reason from deliverable_events e
      where e.deliverable_id = d.id
      order by e.at desc, e.id desc
      limit 1
    ) latest on true
  ) now_at on true`;

/**
 * Joins to each row `a` of assignments what its deliverables come to, as `work`: `next_id`,
 * `next_due`, `next_state` and `next_reason` of the first one that is still to be handed in, and
 * whether one is `under_review`.
 */
export const WITH_WORK: SQL = sql`
  left join lateral (
    select
      coalesce(bool_or(now_at.state in ('SUBMITTED', 'RETURNED', 'PMO_ACCEPTED')), false) as under_review,
      (array_agg(d.id order by d.due_on, d.no) filter (where ${waiting()}))[1] as next_id,
      (array_agg(now_at.state order by d.due_on, d.no) filter (where ${waiting()}))[1] as next_state,
      (array_agg(now_at.reason order by d.due_on, d.no) filter (where ${waiting()}))[1] as next_reason,
      min(d.due_on) filter (where ${waiting()}) as next_due
    from deliverables d ${WITH_STATE}
    where d.assignment_id = a.id
  ) work on true`;

function waiting(): SQL {
  return sql`now_at.state in ('EXPECTED', 'RETURNED')`;
}
