import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import {
  ACCEPTED_BY,
  ACCEPTING_SIDES,
  DELIVERABLE_EVENTS,
  DELIVERABLE_KINDS,
  DUE_RULES,
  TIME_DECISIONS,
  type AcceptedBy,
  type AcceptingSide,
  type DeliverableEvent,
  type DeliverableKind,
  type DueRule,
  type TimeDecision,
} from '../../app/domain/register/deliverable.ts';
import {
  MILESTONE_RESULTS,
  MILESTONE_TYPES,
  type MilestoneResult,
  type MilestoneType,
} from '../../app/domain/register/milestone.ts';
import { day, instant, key, oneOf } from './columns.ts';
import { documentVersions } from './documents.ts';
import { people } from './people.ts';
import { assignments } from './register.ts';

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
    dueRule: text('due_rule').$type<DueRule>().notNull().default('FIXED_DATE'),
    /** Null until the PMO sets it. */
    dueOn: day('due_on'),
    acceptedBy: text('accepted_by').$type<AcceptedBy>().notNull().default('PMO'),
  },
  (table) => [
    unique('deliverables_no').on(table.assignmentId, table.no),
    oneOf('deliverables_kind', table.kind, DELIVERABLE_KINDS),
    oneOf('deliverables_due_rule', table.dueRule, DUE_RULES),
    oneOf('deliverables_accepted_by', table.acceptedBy, ACCEPTED_BY),
    index('deliverables_due').on(table.dueOn),
  ],
);

/** One handing in of a deliverable: a frozen version, numbered without gaps; never changed (I09). */
export const submissions = pgTable(
  'submissions',
  {
    id: key(),
    deliverableId: text('deliverable_id')
      .notNull()
      .references(() => deliverables.id),
    no: integer('no').notNull(),
    documentVersionId: text('document_version_id')
      .notNull()
      .references(() => documentVersions.id),
    submittedBy: text('submitted_by')
      .notNull()
      .references(() => people.id),
    submittedAt: instant('submitted_at').notNull(),
  },
  (table) => [
    unique('submissions_no').on(table.deliverableId, table.no),
    unique('submissions_version').on(table.documentVersionId),
    check('submissions_no_positive', sql`${table.no} > 0`),
  ],
);

/** What happened to a deliverable, by whom, when and why. Its state follows from the rows. */
export const deliverableEvents = pgTable(
  'deliverable_events',
  {
    id: key(),
    deliverableId: text('deliverable_id')
      .notNull()
      .references(() => deliverables.id),
    event: text('event').$type<DeliverableEvent>().notNull(),
    /** Who returned or accepted it; null for a submission. */
    side: text('side').$type<AcceptingSide>(),
    /** What was submitted, returned or accepted; null for what happened before Dagang. */
    submissionId: text('submission_id').references(() => submissions.id),
    at: instant('at').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    reason: text('reason').notNull().default(''),
  },
  (table) => [
    oneOf('deliverable_events_event', table.event, DELIVERABLE_EVENTS),
    oneOf('deliverable_events_side', table.side, ACCEPTING_SIDES),
    check(
      'deliverable_events_side_of',
      sql`(${table.event} = 'SUBMITTED') = (${table.side} is null)`,
    ),
    index('deliverable_events_deliverable').on(table.deliverableId, table.at),
  ],
);

/** A request for a later due date. */
export const timeRequests = pgTable(
  'time_requests',
  {
    id: key(),
    deliverableId: text('deliverable_id')
      .notNull()
      .references(() => deliverables.id),
    dueOnBefore: day('due_on_before').notNull(),
    requestedDueOn: day('requested_due_on').notNull(),
    reason: text('reason').notNull(),
    requestedBy: text('requested_by')
      .notNull()
      .references(() => people.id),
    requestedAt: instant('requested_at').notNull(),
  },
  (table) => [
    index('time_requests_deliverable').on(table.deliverableId),
    check('time_requests_later', sql`${table.requestedDueOn} > ${table.dueOnBefore}`),
  ],
);

export const timeRequestDecisions = pgTable(
  'time_request_decisions',
  {
    timeRequestId: text('time_request_id')
      .primaryKey()
      .references(() => timeRequests.id),
    decision: text('decision').$type<TimeDecision>().notNull(),
    /** What was granted, which may be less than what was asked. */
    grantedDueOn: day('granted_due_on'),
    note: text('note').notNull().default(''),
    decidedBy: text('decided_by')
      .notNull()
      .references(() => people.id),
    decidedAt: instant('decided_at').notNull(),
  },
  (table) => [
    oneOf('time_request_decisions_decision', table.decision, TIME_DECISIONS),
    check(
      'time_request_decisions_granted',
      sql`(${table.decision} = 'GRANTED') = (${table.grantedDueOn} is not null)`,
    ),
  ],
);

/** A dated point of an assignment that is not a deliverable: an approval, a hand-over, a training. */
export const milestones = pgTable(
  'milestones',
  {
    id: key(),
    assignmentId: text('assignment_id')
      .notNull()
      .references(() => assignments.id),
    no: integer('no').notNull(),
    type: text('type').$type<MilestoneType>().notNull(),
    titleZh: text('title_zh').notNull(),
    titleEn: text('title_en').notNull(),
    dueOn: day('due_on').notNull(),
  },
  (table) => [
    unique('milestones_no').on(table.assignmentId, table.no),
    oneOf('milestones_type', table.type, MILESTONE_TYPES),
    index('milestones_due').on(table.dueOn),
  ],
);

/** How a milestone came out; the latest row holds. */
export const milestoneEvents = pgTable(
  'milestone_events',
  {
    id: key(),
    milestoneId: text('milestone_id')
      .notNull()
      .references(() => milestones.id),
    result: text('result').$type<MilestoneResult>().notNull(),
    occurredOn: day('occurred_on').notNull(),
    note: text('note').notNull().default(''),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
  },
  (table) => [
    oneOf('milestone_events_result', table.result, MILESTONE_RESULTS),
    index('milestone_events_milestone').on(table.milestoneId, table.at),
  ],
);
