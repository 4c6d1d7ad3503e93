import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Standing } from '../../app/domain/people/policy.ts';
import type {
  AssignmentKind,
  AssignmentRole,
  ProcurementReview,
  SelectionMethod,
} from '../../app/domain/register/assignment.ts';
import type { AssignmentStage } from '../../app/domain/register/stage.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { documents } from '../schema/documents.ts';
import { organisations, people } from '../schema/people.ts';
import {
  assignmentHolders,
  assignmentInvitations,
  assignmentRoles,
  assignments,
  components,
  individualHolders,
  projects,
} from '../schema/register.ts';
import { suggestionAcceptances, threadClosures, threads } from '../schema/review.ts';

export type ComponentRecord = { id: string; no: number; name: Bilingual };

/** One assignment with all that permissions and lists need. */
export type AssignmentRecord = {
  id: string;
  projectId: string;
  code: string;
  kind: AssignmentKind;
  title: Bilingual;
  titleIsAssumed: boolean;
  component: ComponentRecord | null;
  componentIsAssumed: boolean;
  stage: AssignmentStage;
  method: SelectionMethod;
  review: ProcurementReview;
  stepReference: string | null;
  /** The budget that was planned, in minor units of its currency. */
  planned: { amountMinor: number; currency: string } | null;
  holders: { organisationId: string; name: Bilingual }[];
  roles: { personId: string; personName: Bilingual; role: AssignmentRole }[];
  standing: Standing;
  isDemo: boolean;
};

/** All assignments, or those with the given ids or codes, unordered. */
export async function findAssignments(
  db: Queryable,
  filter: { code?: string; codes?: string[]; ids?: string[] } = {},
): Promise<AssignmentRecord[]> {
  const rows = await db
    .select({ assignment: assignments, component: components })
    .from(assignments)
    .leftJoin(components, eq(components.id, assignments.componentId))
    .where(
      and(
        filter.code === undefined ? undefined : eq(assignments.code, filter.code),
        filter.codes === undefined ? undefined : inArray(assignments.code, filter.codes),
        filter.ids === undefined ? undefined : inArray(assignments.id, filter.ids),
      ),
    );
  const ids = rows.map(({ assignment }) => assignment.id);
  if (ids.length === 0) return [];
  // One after the other: inside a transaction there is one connection.
  const holders = await holdersOf(db, ids);
  const persons = await personsHolding(db, ids);
  const invited = await invitedTo(db, ids);
  const roles = await rolesOn(db, ids);
  return rows.map(({ assignment, component }) => {
    const mine = holders.filter((holder) => holder.assignmentId === assignment.id);
    return {
      id: assignment.id,
      projectId: assignment.projectId,
      code: assignment.code,
      kind: assignment.kind,
      title: { zh: assignment.titleZh, en: assignment.titleEn },
      titleIsAssumed: assignment.titleIsAssumed,
      component: component === null ? null : componentRecord(component),
      componentIsAssumed: assignment.componentIsAssumed,
      stage: assignment.stage,
      method: assignment.method,
      review: assignment.review,
      stepReference: assignment.stepReference,
      planned: plannedOf(assignment),
      holders: mine.map(({ organisationId, name }) => ({ organisationId, name })),
      roles: roles.filter((role) => role.assignmentId === assignment.id),
      standing: {
        holderOrganisationIds: mine.map((holder) => holder.organisationId),
        holderPersonIds: persons
          .filter((holder) => holder.assignmentId === assignment.id)
          .map((holder) => holder.personId),
        invitedPersonIds: invited
          .filter((invitation) => invitation.assignmentId === assignment.id)
          .map((invitation) => invitation.personId),
      },
      isDemo: assignment.isDemo,
    };
  });
}

export async function findComponents(db: Queryable): Promise<ComponentRecord[]> {
  const rows = await db.select().from(components).orderBy(asc(components.no));
  return rows.map(componentRecord);
}

export async function findProject(
  db: Queryable,
  projectId: string,
): Promise<{ code: string; name: Bilingual } | null> {
  const [row] = await db.select().from(projects).where(eq(projects.id, projectId));
  return row === undefined ? null : { code: row.code, name: { zh: row.nameZh, en: row.nameEn } };
}

export async function saveAssignmentFacts(
  db: Queryable,
  facts: {
    assignmentId: string;
    title: Bilingual;
    titleIsAssumed: boolean;
    componentId: string | null;
    componentIsAssumed: boolean;
  },
): Promise<void> {
  await db
    .update(assignments)
    .set({
      titleZh: facts.title.zh,
      titleEn: facts.title.en,
      titleIsAssumed: facts.titleIsAssumed,
      componentId: facts.componentId,
      componentIsAssumed: facts.componentIsAssumed,
    })
    .where(eq(assignments.id, facts.assignmentId));
}

/** An assignment whose first TOR was started is no longer only planned. */
export async function markTorStarted(db: Queryable, assignmentId: string): Promise<void> {
  await db
    .update(assignments)
    .set({ stage: 'TOR_DRAFT' })
    .where(and(eq(assignments.id, assignmentId), eq(assignments.stage, 'PLANNED')));
}

/**
 * Open threads of each document. Lanes of other institutions are not counted: a count must not
 * tell what a page would not show.
 */
export async function countOpenThreads(
  db: Queryable,
  organisationIds: string[],
): Promise<Map<string, number>> {
  const visible =
    organisationIds.length === 0
      ? sql`${threads.visibility} = 'ALL'`
      : sql`(${threads.visibility} = 'ALL' or ${inArray(threads.authorOrganisationId, organisationIds)})`;
  const rows = await db
    .select({ documentId: documents.id, open: count() })
    .from(threads)
    .innerJoin(documents, eq(documents.id, threads.documentId))
    .leftJoin(threadClosures, eq(threadClosures.threadId, threads.id))
    .leftJoin(suggestionAcceptances, eq(suggestionAcceptances.threadId, threads.id))
    .where(and(isNull(threadClosures.threadId), isNull(suggestionAcceptances.threadId), visible))
    .groupBy(documents.id);
  return new Map(rows.map((row) => [row.documentId, row.open]));
}

async function holdersOf(db: Queryable, assignmentIds: string[]) {
  const rows = await db
    .select({ holder: assignmentHolders, organisation: organisations })
    .from(assignmentHolders)
    .innerJoin(organisations, eq(organisations.id, assignmentHolders.organisationId))
    .where(inArray(assignmentHolders.assignmentId, assignmentIds));
  return rows.map(({ holder, organisation }) => ({
    assignmentId: holder.assignmentId,
    organisationId: organisation.id,
    name: { zh: organisation.nameZh, en: organisation.nameEn },
  }));
}

async function personsHolding(db: Queryable, assignmentIds: string[]) {
  return await db
    .select()
    .from(individualHolders)
    .where(inArray(individualHolders.assignmentId, assignmentIds));
}

async function invitedTo(db: Queryable, assignmentIds: string[]) {
  return await db
    .select()
    .from(assignmentInvitations)
    .where(inArray(assignmentInvitations.assignmentId, assignmentIds));
}

async function rolesOn(db: Queryable, assignmentIds: string[]) {
  const rows = await db
    .select({ held: assignmentRoles, person: people })
    .from(assignmentRoles)
    .innerJoin(people, eq(people.id, assignmentRoles.personId))
    .where(inArray(assignmentRoles.assignmentId, assignmentIds));
  return rows.map(({ held, person }) => ({
    assignmentId: held.assignmentId,
    personId: person.id,
    personName: { zh: person.nameZh, en: person.nameEn },
    role: held.role,
  }));
}

function plannedOf({ plannedAmountMinor, plannedCurrency }: typeof assignments.$inferSelect) {
  return plannedAmountMinor === null || plannedCurrency === null
    ? null
    : { amountMinor: plannedAmountMinor, currency: plannedCurrency };
}

function componentRecord(row: typeof components.$inferSelect): ComponentRecord {
  return { id: row.id, no: row.no, name: { zh: row.nameZh, en: row.nameEn } };
}
