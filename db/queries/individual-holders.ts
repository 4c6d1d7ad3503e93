import { eq, inArray } from 'drizzle-orm';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { people } from '../schema/people.ts';
import { individualHolders } from '../schema/register.ts';

/** The people who hold individual assignments, by name. */
export async function findIndividualHolders(
  db: Queryable,
  assignmentIds: string[],
): Promise<{ assignmentId: string; personId: string; name: Bilingual }[]> {
  if (assignmentIds.length === 0) return [];
  const rows = await db
    .select({ assignmentId: individualHolders.assignmentId, person: people })
    .from(individualHolders)
    .innerJoin(people, eq(people.id, individualHolders.personId))
    .where(inArray(individualHolders.assignmentId, assignmentIds));
  return rows.map(({ assignmentId, person }) => ({
    assignmentId,
    personId: person.id,
    name: { zh: person.nameZh, en: person.nameEn },
  }));
}
