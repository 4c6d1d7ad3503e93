import { asc, eq } from 'drizzle-orm';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { organisations } from '../schema/people.ts';
import { projects } from '../schema/register.ts';

export type Publisher = {
  office: { id: string; name: Bilingual };
  project: { code: string; name: Bilingual };
};

/** Who publishes: the project management office, and its project; null before there is one. */
export async function findPublisher(db: Queryable): Promise<Publisher | null> {
  const [office] = await db
    .select()
    .from(organisations)
    .where(eq(organisations.kind, 'PMO'))
    .orderBy(asc(organisations.id));
  const [project] = await db.select().from(projects);
  if (office === undefined || project === undefined) return null;
  return {
    office: { id: office.id, name: { zh: office.nameZh, en: office.nameEn } },
    project: { code: project.code, name: { zh: project.nameZh, en: project.nameEn } },
  };
}
