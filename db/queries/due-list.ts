import { sql } from 'drizzle-orm';
import type { DueAct } from '../../app/domain/register/due-item.ts';
import type { CalendarDate } from '../../app/domain/shared/calendar-date.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { DUE_SOURCES, type DuePage, type DueReader } from './due-sources.ts';

export type DueRecord = {
  /** Index in DUE_PARTS; rows are sorted by it, then by `onDay`, then by `id`. */
  part: number;
  onDay: CalendarDate;
  id: string;
  act: DueAct;
  about: 'deliverable' | 'milestone' | 'no-objection';
  no: number;
  title: Bilingual;
  dueOn: CalendarDate | null;
  code: string;
  assignmentTitle: Bilingual;
  reason: string;
  /** Since when a decision is waited for; null for what is not a decision. */
  since: Date | null;
};

/** One page of what is due, in one question. */
export async function findDueItems(
  db: Queryable,
  reader: DueReader,
  page: DuePage,
): Promise<DueRecord[]> {
  const sources = sql.join(
    DUE_SOURCES.map((source) => sql`(${source(reader, page)})`),
    sql` union all `,
  );
  const { rows } = await db.execute<{
    part: number;
    on_day: string;
    id: string;
    act: DueAct;
    about: DueRecord['about'];
    no: number;
    title_zh: string;
    title_en: string;
    due_on: string | null;
    code: string;
    assignment_zh: string;
    assignment_en: string;
    reason: string;
    since: Date | string | null;
  }>(sql`
    select part, on_day::text, id, act, about, no, title_zh, title_en, due_on::text, code,
      assignment_zh, assignment_en, reason, since
    from (${sources}) due order by part, due.on_day, id limit ${page.limit}`);
  return rows.map((row) => ({
    part: row.part,
    onDay: row.on_day,
    id: row.id,
    act: row.act,
    about: row.about,
    no: row.no,
    title: { zh: row.title_zh, en: row.title_en },
    dueOn: row.due_on,
    code: row.code,
    assignmentTitle: { zh: row.assignment_zh, en: row.assignment_en },
    reason: row.reason,
    since: row.since === null ? null : new Date(row.since),
  }));
}
