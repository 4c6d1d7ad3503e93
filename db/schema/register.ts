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
  PROCUREMENT_REVIEWS,
  SELECTION_METHODS,
  type AssignmentKind,
  type AssignmentRole,
  type ProcurementReview,
  type SelectionMethod,
} from '../../app/domain/register/assignment.ts';
import { ASSIGNMENT_STAGES, type AssignmentStage } from '../../app/domain/register/stage.ts';
import { day, instant, isCurrency, key, minor, oneOf } from './columns.ts';
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
    /** Where it stands now; moved only together with a row of assignment_transitions. */
    stage: text('stage').$type<AssignmentStage>().notNull(),
    review: text('review').$type<ProcurementReview>().notNull().default('PRIOR'),
    /** Number in the Bank's procurement system (STEP), if known. */
    stepReference: text('step_reference'),
    plannedAmountMinor: minor('planned_amount_minor'),
    plannedCurrency: text('planned_currency'),
    isDemo: boolean('is_demo').notNull().default(false),
  },
  (table) => [
    unique('assignments_code').on(table.projectId, table.code),
    oneOf('assignments_kind', table.kind, ASSIGNMENT_KINDS),
    oneOf('assignments_method', table.method, SELECTION_METHODS),
    oneOf('assignments_stage', table.stage, ASSIGNMENT_STAGES),
    oneOf('assignments_review', table.review, PROCUREMENT_REVIEWS),
    isCurrency('assignments_planned_currency', table.plannedCurrency),
    check(
      'assignments_planned_whole',
      sql`(${table.plannedAmountMinor} is null) = (${table.plannedCurrency} is null) and ${table.plannedAmountMinor} >= 0`,
    ),
    check(
      'assignments_code_shape',
      sql`(${table.kind} = 'SUBCONTRACT' and ${table.code} ~ '^PMI-([1-9]|1[0-9]|2[0-6])$') or (${table.kind} = 'INDIVIDUAL' and ${table.code} ~ '^PMI-[1-9][0-9]*(-ICS)?$')`,
    ),
  ],
);

/** Every move of an assignment from one stage to another, in order; never changed. */
export const assignmentTransitions = pgTable(
  'assignment_transitions',
  {
    id: key(),
    assignmentId: text('assignment_id')
      .notNull()
      .references(() => assignments.id),
    /** 1, 2, 3, … without gaps in each assignment. */
    no: integer('no').notNull(),
    fromStage: text('from_stage').$type<AssignmentStage>().notNull(),
    toStage: text('to_stage').$type<AssignmentStage>().notNull(),
    /** The day it happened, which may lie before the day it was entered. */
    occurredOn: day('occurred_on').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    actorId: text('actor_id')
      .notNull()
      .references(() => people.id),
    reason: text('reason').notNull().default(''),
  },
  (table) => [
    unique('assignment_transitions_no').on(table.assignmentId, table.no),
    oneOf('assignment_transitions_from', table.fromStage, ASSIGNMENT_STAGES),
    oneOf('assignment_transitions_to', table.toStage, ASSIGNMENT_STAGES),
  ],
);

/** The day on which a stage is planned to be reached. */
export const stagePlans = pgTable(
  'stage_plans',
  {
    assignmentId: text('assignment_id')
      .notNull()
      .references(() => assignments.id),
    stage: text('stage').$type<AssignmentStage>().notNull(),
    plannedOn: day('planned_on').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.assignmentId, table.stage] }),
    oneOf('stage_plans_stage', table.stage, ASSIGNMENT_STAGES),
  ],
);

/** The person who holds an individual assignment. */
export const individualHolders = pgTable(
  'individual_holders',
  {
    assignmentId: text('assignment_id')
      .notNull()
      .references(() => assignments.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    since: day('since').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.assignmentId, table.personId] }),
    index('individual_holders_person').on(table.personId),
  ],
);

/** A choice of filters, order and grouping of the register that a person keeps under a name. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: key(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    name: text('name').notNull(),
    /** The search part of the address, without the question mark. */
    query: text('query').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    unique('saved_views_name').on(table.personId, table.name),
    check('saved_views_name_length', sql`char_length(${table.name}) between 1 and 80`),
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
