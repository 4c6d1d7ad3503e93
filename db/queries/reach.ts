import { sql, type SQL } from 'drizzle-orm';
import type { DocumentReach, Reach } from '../../app/domain/people/reach.ts';

/** The condition that the assignment with the key `assignmentId` lies within `reach`. */
export function within(reach: Reach, assignmentId: SQL): SQL {
  if (reach.everywhere) return sql`true`;
  const ways: SQL[] = [];
  if (reach.heldBy !== null) ways.push(heldBy(reach.heldBy, { assignmentId, reach }));
  if (reach.notHeldBy !== null) {
    ways.push(sql`not ${heldBy(reach.notHeldBy, { assignmentId, reach })}`);
  }
  if (reach.invited) {
    ways.push(sql`exists (select from assignment_invitations reached
      where reached.assignment_id = ${assignmentId} and reached.person_id = ${reach.personId})`);
  }
  return anyOf(ways);
}

/** The condition that a document of `kind` on the assignment lies within one of `reaches`. */
export function documentWithin(
  reaches: readonly DocumentReach[],
  document: { kind: SQL; assignmentId: SQL },
): SQL {
  return anyOf(
    reaches.map(
      ({ kinds, reach }) =>
        sql`(${document.kind} in ${listOf(kinds)} and ${within(reach, document.assignmentId)})`,
    ),
  );
}

/** `(a, b, c)` for `in`; an empty list matches nothing. */
export function listOf(values: readonly (string | number)[]): SQL {
  if (values.length === 0) return sql`(null)`;
  return sql`(${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )})`;
}

/** One of the conditions; none of nothing. */
export function anyOf(conditions: readonly SQL[]): SQL {
  if (conditions.length === 0) return sql`false`;
  return sql`(${sql.join([...conditions], sql` or `)})`;
}

function heldBy(
  organisationIds: readonly string[],
  { assignmentId, reach }: { assignmentId: SQL; reach: Reach },
): SQL {
  return sql`(exists (select from individual_holders reached
      where reached.assignment_id = ${assignmentId} and reached.person_id = ${reach.personId})
    or exists (select from assignment_holders reached
      where reached.assignment_id = ${assignmentId}
        and reached.organisation_id in ${listOf(organisationIds)}))`;
}
