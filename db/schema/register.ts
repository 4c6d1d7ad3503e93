import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import {
  ASSIGNMENT_KINDS,
  ASSIGNMENT_ROLES,
  SELECTION_METHODS,
  type AssignmentKind,
  type AssignmentRole,
  type SelectionMethod,
} from '../../app/domain/register/assignment.ts';
import {
  DELIVERABLE_EVENTS,
  DELIVERABLE_KINDS,
  type DeliverableEvent,
  type DeliverableKind,
} from '../../app/domain/register/deliverable.ts';
import { ASSIGNMENT_STAGES, type AssignmentStage } from '../../app/domain/register/stage.ts';
import { instant, key, oneOf } from './columns.ts';
import { organisations, people } from './people.ts';

export const projects = pgTable('projects', {
  id: key(),
  code: text('code').notNull().unique(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
});

export const components = pgTable(
  'components',
  {
    id: key(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    no: integer('no').notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
  },
  (table) => [
    unique('components_no').on(table.projectId, table.no),
    check('components_no_positive', sql`${table.no} between 1 and 4`),
  ],
);

export const assignments = pgTable(
  'assignments',
  {
    id: key(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    kind: text('kind').$type<AssignmentKind>().notNull(),
    code: text('code').notNull(),
    componentId: text('component_id').references(() => components.id),
    titleZh: text('title_zh').notNull(),
    titleEn: text('title_en').notNull(),
    /** The public record names neither title nor component of PMI-1 to PMI-26. */
    titleIsAssumed: boolean('title_is_assumed').notNull().default(true),
    componentIsAssumed: boolean('component_is_assumed').notNull().default(true),
    method: text('method').$type<SelectionMethod>().notNull(),
    stage: text('stage').$type<AssignmentStage>().notNull(),
    isDemo: boolean('is_demo').notNull().default(false),
  },
  (table) => [
    unique('assignments_code').on(table.projectId, table.code),
    oneOf('assignments_kind', table.kind, ASSIGNMENT_KINDS),
    oneOf('assignments_method', table.method, SELECTION_METHODS),
    oneOf('assignments_stage', table.stage, ASSIGNMENT_STAGES),
    check(
      'assignments_code_shape',
      sql`(${table.kind} = 'SUBCONTRACT' and ${table.code} ~ '^PMI-([1-9]|1[0-9]|2[0-6])$') or (${table.kind} = 'INDIVIDUAL' and ${table.code} ~ '^PMI-[1-9][0-9]*(-ICS)?$')`,
    ),
  ],
);

/** The expert's and other people's roles on one assignment. */
export const assignmentRoles = pgTable(
  'assignment_roles',
  {
    assignmentId: text('assignment_id')
      .notNull()
      .references(() => assignments.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    role: text('role').$type<AssignmentRole>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.assignmentId, table.personId, table.role] }),
    oneOf('assignment_roles_role', table.role, ASSIGNMENT_ROLES),
  ],
);

/** The firm that holds an assignment, signed or named by direct selection. */
export const assignmentHolders = pgTable(
  'assignment_holders',
  {
    assignmentId: text('assignment_id')
      .notNull()
      .references(() => assignments.id),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    since: date('since', { mode: 'string' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.assignmentId, table.organisationId] }),
    index('assignment_holders_organisation').on(table.organisationId),
  ],
);

/** People from outside who were invited to one assignment. */
export const assignmentInvitations = pgTable(
  'assignment_invitations',
  {
    assignmentId: text('assignment_id')
      .notNull()
      .references(() => assignments.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    invitedBy: text('invited_by')
      .notNull()
      .references(() => people.id),
    invitedAt: instant('invited_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.assignmentId, table.personId] })],
);

export const deliverables = pgTable(
  'deliverables',
  {
    id: key(),
    assignmentId: text('assignment_id')
      .notNull()
      .references(() => assignments.id),
    no: integer('no').notNull(),
    kind: text('kind').$type<DeliverableKind>().notNull(),
    titleZh: text('title_zh').notNull(),
    titleEn: text('title_en').notNull(),
    /** Null until the PMO sets it. */
    dueOn: date('due_on', { mode: 'string' }),
  },
  (table) => [
    unique('deliverables_no').on(table.assignmentId, table.no),
    oneOf('deliverables_kind', table.kind, DELIVERABLE_KINDS),
  ],
);

/** What happened to a deliverable, by whom, when and why. Its state follows from the latest row. */
export const deliverableEvents = pgTable(
  'deliverable_events',
  {
    id: key(),
    deliverableId: text('deliverable_id')
      .notNull()
      .references(() => deliverables.id),
    event: text('event').$type<DeliverableEvent>().notNull(),
    at: instant('at').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    reason: text('reason').notNull().default(''),
  },
  (table) => [
    oneOf('deliverable_events_event', table.event, DELIVERABLE_EVENTS),
    index('deliverable_events_deliverable').on(table.deliverableId, table.at),
  ],
);
