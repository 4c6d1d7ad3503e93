import { and, eq, isNull } from 'drizzle-orm';
import type { Person } from '../../app/domain/people/person.ts';
import type { Role } from '../../app/domain/people/role.ts';
import type { Locale } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { memberships, organisations, people } from '../schema/people.ts';

/** An active person with memberships, or null. */
export async function findPerson(db: Queryable, personId: string): Promise<Person | null> {
  const rows = await db
    .select({ person: people, membership: memberships, organisation: organisations })
    .from(people)
    .leftJoin(memberships, eq(memberships.personId, people.id))
    .leftJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(people.id, personId), isNull(people.deactivatedAt)))
    .orderBy(memberships.organisationId, memberships.role);
  const first = rows[0];
  if (first === undefined) return null;
  return {
    id: first.person.id,
    email: first.person.email,
    name: { zh: first.person.nameZh, en: first.person.nameEn },
    locale: first.person.locale,
    memberships: rows.flatMap(({ membership, organisation }) =>
      membership === null || organisation === null
        ? []
        : [
            {
              organisationId: organisation.id,
              organisationName: { zh: organisation.nameZh, en: organisation.nameEn },
              role: membership.role,
            },
          ],
    ),
  };
}

/** What signing in needs of an active account. */
export async function findCredentials(
  db: Queryable,
  email: string,
): Promise<{ personId: string; passwordHash: string } | null> {
  const [row] = await db
    .select({ personId: people.id, passwordHash: people.passwordHash })
    .from(people)
    .where(and(eq(people.email, email.trim().toLowerCase()), isNull(people.deactivatedAt)));
  if (row?.passwordHash == null) return null;
  return { personId: row.personId, passwordHash: row.passwordHash };
}

export async function saveLocale(db: Queryable, personId: string, locale: Locale): Promise<void> {
  await db.update(people).set({ locale }).where(eq(people.id, personId));
}

export async function hasNoPeople(db: Queryable): Promise<boolean> {
  const rows = await db.select({ id: people.id }).from(people).limit(1);
  return rows.length === 0;
}

/** The project management office of this installation. */
export async function findPmo(db: Queryable): Promise<string | null> {
  const [row] = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.kind, 'PMO'))
    .orderBy(organisations.id);
  return row?.id ?? null;
}

export async function insertPerson(
  db: Queryable,
  person: typeof people.$inferInsert & {
    membership: { organisationId: string; role: Role };
  },
): Promise<void> {
  const { membership, ...row } = person;
  await db.insert(people).values(row);
  await db.insert(memberships).values({ personId: row.id, ...membership });
}
