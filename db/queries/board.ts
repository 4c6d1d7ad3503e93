import { sql, type SQL } from 'drizzle-orm';
import { SOON_DAYS } from '../../app/domain/register/register-query.ts';
import type { DeliverableState } from '../../app/domain/register/deliverable.ts';
import type { AssignmentStage } from '../../app/domain/register/stage.ts';
import type { CalendarDate } from '../../app/domain/shared/calendar-date.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { askPrepared } from '../prepared.ts';
import { WITH_WORK } from './deliverable-work.ts';
import { documentWithin, within } from './reach.ts';
import { openThread, type RegisterReader } from './register-joins.ts';

export type BoardDeliverable = {
  title: Bilingual;
  dueOn: CalendarDate | null;
  state: DeliverableState;
  reason: string | null;
};

export type BoardCard = {
  code: string;
  title: Bilingual;
  componentNo: number | null;
  stage: AssignmentStage;
  underReview: boolean;
  /** Whether the reader leads its terms of reference. */
  isLed: boolean;
  next: BoardDeliverable | null;
};

export type BoardLine = { code: string; next: BoardDeliverable };

export type BoardRecord = {
  components: { no: number; name: Bilingual }[];
  /** Every sub-contract, PMI-2 before PMI-10. */
  cards: BoardCard[];
  individuals: { code: string; title: Bilingual; stage: AssignmentStage }[];
  individualCount: number;
  /** Over all that the reader may see. */
  counts: { late: number; returned: number; soon: number; comments: number };
  pressing: BoardLine[];
  upcoming: BoardLine[];
};

/** How many lines the lists beside the board hold; the register has the rest. */
export const BOARD_LINES = { pressing: 12, upcoming: 6, individuals: 10 } as const;

/** Everything the board shows, in one question to the database. */
export async function findBoard(
  db: Queryable,
  { reader, today }: { reader: RegisterReader; today: CalendarDate },
): Promise<BoardRecord> {
  const [first] = await askPrepared<{ board: BoardRecord }>(db, boardSql(reader, today));
  if (first === undefined) throw new Error('A question without conditions has an answer.');
  return first.board;
}

function boardSql(reader: RegisterReader, today: CalendarDate): SQL {
  const isPressing = sql`(due < ${today}::date or state = 'RETURNED')`;
  return sql`
    with visible as materialized (
      select a.id, a.code, a.kind, a.stage, a.title_zh, a.title_en, a.component_id,
        substring(a.code from '[0-9]+')::bigint as place,
        work.under_review, work.next_due as due, work.next_state as state,
        ${NEXT} as next
      from assignments a ${WITH_WORK}
      left join deliverables next on next.id = work.next_id
      where ${within(reader.assignments, sql`a.id`)}
    )
    select json_build_object(
      'components', (
        select json_agg(json_build_object('no', no, 'name', ${bilingual('name_zh', 'name_en')}) order by no)
        from components),
      'cards', coalesce((
        select json_agg(json_build_object(
          'code', v.code, 'title', ${bilingual('v.title_zh', 'v.title_en')}, 'stage', v.stage,
          'componentNo', c.no, 'underReview', v.under_review, 'next', v.next,
          'isLed', exists (select from assignment_roles r
            where r.assignment_id = v.id and r.role = 'TOR_LEAD' and r.person_id = ${reader.personId})
        ) order by v.place, v.code)
        from visible v left join components c on c.id = v.component_id
        where v.kind = 'SUBCONTRACT'), '[]'),
      'individualCount', (select count(*) from visible where kind = 'INDIVIDUAL'),
      'individuals', coalesce((
        select json_agg(json_build_object(
          'code', code, 'title', ${bilingual('title_zh', 'title_en')}, 'stage', stage
        ) order by place, code)
        from (select * from visible where kind = 'INDIVIDUAL'
          order by place, code limit ${BOARD_LINES.individuals}) first), '[]'),
      'counts', (
        select json_build_object(
          'late', count(*) filter (where due < ${today}::date),
          'returned', count(*) filter (where state = 'RETURNED'),
          'soon', count(*) filter (where due between ${today}::date and ${today}::date + ${SOON_DAYS}::int),
          'comments', ${openComments(reader)}
        ) from visible),
      'pressing', ${lines(isPressing, BOARD_LINES.pressing)},
      'upcoming', ${lines(sql`due is not null and not ${isPressing}`, BOARD_LINES.upcoming)}
    ) as board`;
}

function lines(condition: SQL, limit: number): SQL {
  return sql`coalesce((
    select json_agg(json_build_object('code', code, 'next', next) order by due, place, code)
    from (select * from visible where next is not null and ${condition}
      order by due, place, code limit ${limit}) first), '[]')`;
}

const NEXT = sql`case when next.id is not null then json_build_object(
  'title', ${bilingual('next.title_zh', 'next.title_en')}, 'dueOn', work.next_due,
  'state', work.next_state,
  'reason', case when work.next_state = 'RETURNED' then work.next_reason end) end`;

function bilingual(zh: string, en: string): SQL {
  return sql.raw(`json_build_object('zh', ${zh}, 'en', ${en})`);
}

function openComments(reader: RegisterReader): SQL {
  return sql`(
    select count(*) from threads t join documents doc on doc.id = t.document_id
    where ${openThread(reader.organisationIds)}
      and ${within(reader.assignments, sql`doc.assignment_id`)}
      and ${documentWithin(reader.documents, { kind: sql`doc.kind`, assignmentId: sql`doc.assignment_id` })})`;
}
