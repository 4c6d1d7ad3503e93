/** What the filters and the bulk actions of the register offer to choose from. */
import { sql } from 'drizzle-orm';
import type { Reach } from '../../app/domain/people/reach.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { askPrepared } from '../prepared.ts';
import { within } from './reach.ts';

export type RegisterChoices = {
  components: { id: string; no: number; name: Bilingual }[];
  /** Who holds an assignment within the reach, firms and people. */
  holders: { key: string; name: Bilingual }[];
  /** Who may be a contract manager. */
  managers: ContractManager[];
  /** The views that the person keeps, in the order in which they were made. */
  savedViews: { id: string; name: string; query: string }[];
};

export type ContractManager = { id: string; name: Bilingual };

/** All choices in one question. */
export async function findRegisterChoices(
  db: Queryable,
  { reach, personId }: { reach: Reach; personId: string },
): Promise<RegisterChoices> {
  const [first] = await askPrepared<{ choices: RegisterChoices }>(
    db,
    sql`
    select json_build_object(
      'components', coalesce((select json_agg(json_build_object(
          'id', id, 'no', no, 'name', json_build_object('zh', name_zh, 'en', name_en)
        ) order by no) from components), '[]'),
      'holders', coalesce((select json_agg(json_build_object(
          'key', id, 'name', json_build_object('zh', name_zh, 'en', name_en)
        ) order by name_zh, id)
        from (
          select o.id, o.name_zh, o.name_en from organisations o
          where o.id in (select h.organisation_id from assignment_holders h
            where ${within(reach, sql`h.assignment_id`)})
          union all
          select p.id, p.name_zh, p.name_en from people p
          where p.id in (select h.person_id from individual_holders h
            where ${within(reach, sql`h.assignment_id`)})
        ) holding), '[]'),
      'managers', coalesce((select json_agg(json_build_object(
          'id', p.id, 'name', json_build_object('zh', p.name_zh, 'en', p.name_en)
        ) order by p.name_zh, p.id)
        from people p where ${IS_MANAGER}), '[]'),
      'savedViews', coalesce((select json_agg(json_build_object(
          'id', id, 'name', name, 'query', query) order by created_at, id)
        from saved_views where person_id = ${personId}), '[]')
    ) as choices`,
  );
  if (first === undefined) throw new Error('A question without conditions has an answer.');
  return first.choices;
}

/** Whether the person is active and an officer of the project management office. */
export async function isContractManager(db: Queryable, personId: string): Promise<boolean> {
  const { rows } = await db.execute(
    sql`select from people p where p.id = ${personId} and ${IS_MANAGER}`,
  );
  return rows.length > 0;
}

const IS_MANAGER = sql`p.deactivated_at is null and exists (
  select from memberships m where m.person_id = p.id and m.role = 'PMO_OFFICER')`;
