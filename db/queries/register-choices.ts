/** What the filters and the bulk actions of the register offer to choose from. */
import { sql } from 'drizzle-orm';
import type { Reach } from '../../app/domain/people/reach.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { within } from './reach.ts';

/** Who holds an assignment within `reach`, firms and people. */
export async function findHolders(
  db: Queryable,
  reach: Reach,
): Promise<{ key: string; name: Bilingual }[]> {
  const { rows } = await db.execute<{ key: string; zh: string; en: string }>(sql`
    select o.id as key, o.name_zh as zh, o.name_en as en from organisations o
    where exists (select from assignment_holders h
      where h.organisation_id = o.id and ${within(reach, sql`h.assignment_id`)})
    union all
    select p.id, p.name_zh, p.name_en from people p
    where exists (select from individual_holders h
      where h.person_id = p.id and ${within(reach, sql`h.assignment_id`)})
    order by 2, 1`);
  return rows.map(({ key, zh, en }) => ({ key, name: { zh, en } }));
}

/** Active people of the project management office: who may be a contract manager. */
export async function findContractManagers(
  db: Queryable,
): Promise<{ id: string; name: Bilingual }[]> {
  const { rows } = await db.execute<{ id: string; zh: string; en: string }>(sql`
    select p.id, p.name_zh as zh, p.name_en as en from people p
    where p.deactivated_at is null and exists (
      select from memberships m where m.person_id = p.id and m.role = 'PMO_OFFICER')
    order by 2, 1`);
  return rows.map(({ id, zh, en }) => ({ id, name: { zh, en } }));
}
