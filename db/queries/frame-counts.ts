import { sql } from 'drizzle-orm';
import type { Reach } from '../../app/domain/people/reach.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { askPrepared } from '../prepared.ts';
import { within } from './reach.ts';

export type FrameCounts = {
  components: { no: number; name: Bilingual; count: number }[];
  /** Assignments within the reach, with and without component. */
  count: number;
  /** Whether any of them was invented for demonstration. */
  isDemo: boolean;
};

/** What the frame around every page counts, in one question. */
export async function findFrameCounts(db: Queryable, reach: Reach): Promise<FrameCounts> {
  const rows = await askPrepared<{
    no: number | null;
    zh: string;
    en: string;
    count: number;
    is_demo: boolean;
  }>(
    db,
    sql`
    with counted as (
      select a.component_id, count(*)::int as count, bool_or(a.is_demo) as is_demo
      from assignments a where ${within(reach, sql`a.id`)}
      group by a.component_id
    )
    select c.no, c.name_zh as zh, c.name_en as en, coalesce(n.count, 0) as count,
      coalesce(n.is_demo, false) as is_demo
    from components c full join counted n on n.component_id = c.id
    order by c.no nulls last`,
  );
  return {
    components: rows.flatMap(({ no, zh, en, count }) =>
      no === null ? [] : [{ no, name: { zh, en }, count }],
    ),
    count: rows.reduce((sum, { count }) => sum + count, 0),
    isDemo: rows.some((row) => row.is_demo),
  };
}
