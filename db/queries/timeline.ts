import { sql, type SQL } from 'drizzle-orm';
import type { Reach } from '../../app/domain/people/reach.ts';
import type { AssignmentStage } from '../../app/domain/register/stage.ts';
import type { CalendarDate } from '../../app/domain/shared/calendar-date.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { listOf, within } from './reach.ts';

export type TimelineReader = {
  personId: string;
  organisationIds: readonly string[];
  assignments: Reach;
  procurement: Reach;
  contracts: Reach;
  deliverables: Reach;
};

export type TimelineFilter = {
  /** Number of a component; null for all. */
  component: number | null;
  /** Only what the reader has a role on or holds. */
  mine: boolean;
  /** The last row of the page before. */
  after: { number: number; code: string } | null;
  limit: number;
};

export type TimelineAssignment = { id: string; number: number; code: string; title: Bilingual };

/** A page of assignments, PMI-2 before PMI-10. */
export async function findTimelineAssignments(
  db: Queryable,
  reader: TimelineReader,
  { component, mine, after, limit }: TimelineFilter,
): Promise<TimelineAssignment[]> {
  const number = sql`substring(a.code from '[0-9]+')::int`;
  const conditions = [
    within(reader.assignments, sql`a.id`),
    ...(component === null
      ? []
      : [sql`a.component_id in (select c.id from components c where c.no = ${component})`]),
    ...(mine ? [isMine(reader)] : []),
    ...(after === null
      ? []
      : [sql`(${number}, a.code) > (${after.number}::int, ${after.code}::text)`]),
  ];
  const { rows } = await db.execute<{
    id: string;
    number: number;
    code: string;
    zh: string;
    en: string;
  }>(sql`
    select a.id, ${number} as number, a.code, a.title_zh as zh, a.title_en as en
    from assignments a where ${sql.join(conditions, sql` and `)}
    order by 2, a.code limit ${limit}`);
  return rows.map(({ zh, en, ...row }) => ({ ...row, title: { zh, en } }));
}

export type TimelineMark = {
  assignmentId: string;
  kind: 'PLANNED' | 'REACHED' | 'PERIOD' | 'DELIVERABLE' | 'MILESTONE';
  on: CalendarDate;
  /** The last day of a period. */
  until: CalendarDate | null;
  /** Of a planned or reached stage. */
  stage: AssignmentStage | null;
  /** Of a deliverable or milestone. */
  title: Bilingual | null;
  /** Accepted by all who must, or recorded. */
  isDone: boolean;
};

/** All dates of these assignments that the reader may see, each assignment's by day. */
export async function findTimelineMarks(
  db: Queryable,
  reader: TimelineReader,
  assignmentIds: readonly string[],
): Promise<TimelineMark[]> {
  if (assignmentIds.length === 0) return [];
  const { rows } = await db.execute<{
    assignment_id: string;
    kind: TimelineMark['kind'];
    on_day: string;
    until_day: string | null;
    stage: AssignmentStage | null;
    title_zh: string | null;
    title_en: string | null;
    is_done: boolean;
  }>(marks(reader, sql`in ${listOf(assignmentIds)}`));
  return rows.map((row) => ({
    assignmentId: row.assignment_id,
    kind: row.kind,
    on: row.on_day,
    until: row.until_day,
    stage: row.stage,
    title:
      row.title_zh === null || row.title_en === null
        ? null
        : { zh: row.title_zh, en: row.title_en },
    isDone: row.is_done,
  }));
}

/** Stages before the signature are part of the procurement, which not everybody may read. */
function marks(reader: TimelineReader, chosen: SQL): SQL {
  const ofStages = (id: SQL) => within(reader.procurement, id);
  return sql`
    select p.assignment_id, 'PLANNED' as kind, p.planned_on::text as on_day, null as until_day,
      p.stage, null as title_zh, null as title_en, false as is_done
    from stage_plans p where p.assignment_id ${chosen} and ${ofStages(sql`p.assignment_id`)}
    union all
    select m.assignment_id, 'REACHED', m.occurred_on::text, null, m.to_stage, null, null, true
    from assignment_transitions m where m.assignment_id ${chosen}
      and (m.to_stage in ('SIGNED', 'IMPLEMENTING', 'COMPLETED', 'CLOSED', 'TERMINATED')
        or ${ofStages(sql`m.assignment_id`)})
    union all
    select c.assignment_id, 'PERIOD', c.starts_on::text, coalesce((
        select x.new_ends_on from contract_amendments x
        where x.contract_id = c.id and x.new_ends_on is not null
          and 2 = (select count(*) from amendment_agreements g where g.amendment_id = x.id)
        order by x.no desc limit 1
      ), c.ends_on)::text, null, null, null, false
    from contracts c where c.assignment_id ${chosen}
      and ${within(reader.contracts, sql`c.assignment_id`)}
    union all
    select d.assignment_id, 'DELIVERABLE', d.due_on::text, null, null, d.title_zh, d.title_en,
      coalesce(latest.event = 'ACCEPTED' and (d.accepted_by <> 'BOTH' or latest.side = 'BANK'), false)
    from deliverables d left join lateral (
      select e.event, e.side from deliverable_events e
      where e.deliverable_id = d.id order by e.at desc, e.id desc limit 1
    ) latest on true
    where d.assignment_id ${chosen} and d.due_on is not null
      and ${within(reader.deliverables, sql`d.assignment_id`)}
    union all
    select s.assignment_id, 'MILESTONE', s.due_on::text, null, null, s.title_zh, s.title_en,
      exists (select from milestone_events r where r.milestone_id = s.id)
    from milestones s where s.assignment_id ${chosen}
      and ${within(reader.deliverables, sql`s.assignment_id`)}
    order by 1, 3, 2`;
}

function isMine({ personId, organisationIds }: TimelineReader): SQL {
  return sql`(exists (select from assignment_roles r
      where r.assignment_id = a.id and r.person_id = ${personId})
    or exists (select from individual_holders h
      where h.assignment_id = a.id and h.person_id = ${personId})
    or exists (select from assignment_holders h
      where h.assignment_id = a.id and h.organisation_id in ${listOf(organisationIds)}))`;
}
