import { sql } from 'drizzle-orm';
import type { Reach } from '../../app/domain/people/reach.ts';
import type { AssignmentStage } from '../../app/domain/register/stage.ts';
import type { CalendarDate } from '../../app/domain/shared/calendar-date.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { askPrepared } from '../prepared.ts';
import { anyOf, within } from './reach.ts';
import { openThread, unanswered } from './register-joins.ts';

export type TorRecord = {
  code: string;
  title: Bilingual;
  stage: AssignmentStage;
  isLed: boolean;
  mayStart: boolean;
  /** The newest terms of reference of the assignment that the reader may read. */
  document: {
    id: string;
    title: string;
    templateKey: string;
    lastSeq: number;
    mayWrite: boolean;
    openThreads: number;
  } | null;
  /** A no-objection to these terms of reference waits for the Bank. */
  pending: { dueOn: CalendarDate | null } | null;
};

type Question = {
  personId: string;
  organisationIds: readonly string[];
  /** Whether every assignment is shown, or only those that the person writes for. */
  everyone: boolean;
  assignments: Reach;
  read: Reach;
  write: Reach;
  start: Reach;
  noObjections: Reach;
  limit: number;
  offset: number;
};

/** Assignments with their terms of reference, those that the person leads first; and how many. */
export async function findTors(
  db: Queryable,
  question: Question,
): Promise<{ tors: TorRecord[]; count: number }> {
  const { personId, organisationIds, everyone, assignments, read, write, start } = question;
  const ofPerson = sql`exists (select from assignment_roles r where r.assignment_id = a.id
    and r.person_id = ${personId} and r.role in ('TOR_LEAD', 'TOR_CONTRIBUTOR'))`;
  const rows = await askPrepared<{ tor: TorRecord | null; count: number }>(
    db,
    sql`
    with mine as (
      select a.*, substring(a.code from '[0-9]+')::bigint as place,
        exists (select from assignment_roles r where r.assignment_id = a.id
          and r.person_id = ${personId} and r.role = 'TOR_LEAD') as is_led
      from assignments a
      where ${within(assignments, sql`a.id`)}
        and ${anyOf([ofPerson, ...(everyone ? [sql`true`] : [])])}
    )
    select told.count, shown.tor from (select count(*)::int as count from mine) told
    left join (
      select a.is_led, a.place, a.code, json_build_object(
        'code', a.code, 'title', json_build_object('zh', a.title_zh, 'en', a.title_en),
        'stage', a.stage, 'isLed', a.is_led, 'mayStart', ${within(start, sql`a.id`)},
        'document', case when tor.id is not null then json_build_object(
          'id', tor.id, 'title', tor.title, 'templateKey', tor.template_key,
          'lastSeq', tor.last_seq,
          'mayWrite', tor.locked_at is null and ${within(write, sql`a.id`)},
          'openThreads', (select count(*) from threads t
            where t.document_id = tor.id and ${openThread(organisationIds)})) end,
        'pending', (
          select json_build_object('dueOn', min(n.due_on))
          from no_objections n join document_versions asked on asked.id = n.document_version_id
          where asked.document_id = tor.id and ${within(question.noObjections, sql`a.id`)}
            and ${unanswered()}
          having count(*) > 0)
      ) as tor
      from (select * from mine order by is_led desc, place, code
        limit ${question.limit} offset ${question.offset}) a
      left join lateral (
        select * from documents d
        where d.assignment_id = a.id and d.kind = 'TOR' and ${within(read, sql`a.id`)}
        order by d.id desc limit 1
      ) tor on true
    ) shown on true
    order by shown.is_led desc, shown.place, shown.code`,
  );
  return {
    count: rows[0]?.count ?? 0,
    tors: rows.flatMap(({ tor }) => (tor === null ? [] : [tor])),
  };
}
