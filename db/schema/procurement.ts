import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import {
  CANDIDATE_EVENTS,
  CANDIDATE_KINDS,
  CONFLICT_DECLARATIONS,
  CRITERION_KINDS,
  CRITERION_SUBJECTS,
  EVALUATION_PHASES,
  type CandidateEvent,
  type CandidateKind,
  type ConflictDeclaration,
  type CriterionKind,
  type CriterionSubject,
  type EvaluationPhase,
} from '../../app/domain/procurement/candidate.ts';
import {
  NO_OBJECTION_DECISIONS,
  NO_OBJECTION_SUBJECTS,
  type NoObjectionDecision,
  type NoObjectionSubject,
} from '../../app/domain/procurement/no-objection.ts';
import { SELECTION_METHODS, type SelectionMethod } from '../../app/domain/register/assignment.ts';
import { day, instant, isCurrency, key, minor, oneOf } from './columns.ts';
import { documentVersions } from './documents.ts';
import { organisations, people } from './people.ts';
import { assignments } from './register.ts';

/** Thresholds and clocks of procurement, as dated data with their source. */
export const procurementRules = pgTable(
  'procurement_rules',
  {
    id: key(),
    /** What it rules, e.g. `candidates.minimum`. */
    name: text('name').notNull(),
    /** Null for every method. */
    method: text('method').$type<SelectionMethod>(),
    /** A whole number in `unit`. */
    value: integer('value').notNull(),
    /** `candidates`, `percent`, `points`, `working-days`, `months`. */
    unit: text('unit').notNull(),
    effectiveFrom: day('effective_from').notNull(),
    /** The last day it holds; null while it holds. */
    effectiveTo: day('effective_to'),
    sourceZh: text('source_zh').notNull(),
    sourceEn: text('source_en').notNull(),
    /** Whether the source could be read. What could not is shown as unconfirmed. */
    isConfirmed: boolean('is_confirmed').notNull(),
  },
  (table) => [
    unique('procurement_rules_once')
      .on(table.name, table.method, table.effectiveFrom)
      .nullsNotDistinct(),
    oneOf('procurement_rules_method', table.method, SELECTION_METHODS),
    check('procurement_rules_period', sql`${table.effectiveTo} >= ${table.effectiveFrom}`),
  ],
);

export const candidates = pgTable(
  'candidates',
  {
    id: key(),
    assignmentId: text('assignment_id')
      .notNull()
      .references(() => assignments.id),
    no: integer('no').notNull(),
    kind: text('kind').$type<CandidateKind>().notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    /** The organisation or person of ours that it is, once known. */
    organisationId: text('organisation_id').references(() => organisations.id),
    personId: text('person_id').references(() => people.id),
    addedBy: text('added_by')
      .notNull()
      .references(() => people.id),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [
    unique('candidates_no').on(table.assignmentId, table.no),
    oneOf('candidates_kind', table.kind, CANDIDATE_KINDS),
  ],
);

/** What happened to a candidate. Where it stands follows from the latest row. */
export const candidateEvents = pgTable(
  'candidate_events',
  {
    id: key(),
    candidateId: text('candidate_id')
      .notNull()
      .references(() => candidates.id),
    event: text('event').$type<CandidateEvent>().notNull(),
    at: instant('at').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    reason: text('reason').notNull().default(''),
  },
  (table) => [
    oneOf('candidate_events_event', table.event, CANDIDATE_EVENTS),
    index('candidate_events_candidate').on(table.candidateId, table.at),
  ],
);

export const criteria = pgTable(
  'criteria',
  {
    id: key(),
    assignmentId: text('assignment_id')
      .notNull()
      .references(() => assignments.id),
    no: integer('no').notNull(),
    kind: text('kind').$type<CriterionKind>().notNull(),
    subject: text('subject').$type<CriterionSubject>().notNull(),
    phase: text('phase').$type<EvaluationPhase>().notNull(),
    textZh: text('text_zh').notNull(),
    textEn: text('text_en').notNull(),
    /** Most points a preferred criterion gives; null for a mandatory one, which is met or not. */
    maxPoints: integer('max_points'),
  },
  (table) => [
    unique('criteria_no').on(table.assignmentId, table.no),
    oneOf('criteria_kind', table.kind, CRITERION_KINDS),
    oneOf('criteria_subject', table.subject, CRITERION_SUBJECTS),
    oneOf('criteria_phase', table.phase, EVALUATION_PHASES),
    // I15: key experts are not evaluated when the shortlist is made.
    check(
      'criteria_key_experts_later',
      sql`${table.subject} <> 'KEY_EXPERT' or ${table.phase} <> 'SHORTLIST'`,
    ),
    check(
      'criteria_points',
      sql`(${table.kind} = 'PREFERRED') = (${table.maxPoints} is not null) and ${table.maxPoints} > 0`,
    ),
  ],
);

/** What one evaluator gives one candidate for one criterion. */
export const evaluationScores = pgTable(
  'evaluation_scores',
  {
    candidateId: text('candidate_id')
      .notNull()
      .references(() => candidates.id),
    criterionId: text('criterion_id')
      .notNull()
      .references(() => criteria.id),
    evaluatorId: text('evaluator_id')
      .notNull()
      .references(() => people.id),
    /** Hundredths of a point; for a mandatory criterion 1 (met) or 0 (not met). */
    hundredths: integer('hundredths').notNull(),
    note: text('note').notNull().default(''),
    scoredAt: instant('scored_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.candidateId, table.criterionId, table.evaluatorId] }),
    check('evaluation_scores_range', sql`${table.hundredths} >= 0`),
  ],
);

/** What an evaluator declares of ties to a candidate. Without `NONE` nobody scores. */
export const conflictDeclarations = pgTable(
  'conflict_declarations',
  {
    candidateId: text('candidate_id')
      .notNull()
      .references(() => candidates.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    declaration: text('declaration').$type<ConflictDeclaration>().notNull(),
    statement: text('statement').notNull().default(''),
    declaredAt: instant('declared_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.candidateId, table.personId] }),
    oneOf('conflict_declarations_declaration', table.declaration, CONFLICT_DECLARATIONS),
  ],
);

/** The price of a proposal, known only after it was opened. */
export const financialProposals = pgTable(
  'financial_proposals',
  {
    candidateId: text('candidate_id')
      .primaryKey()
      .references(() => candidates.id),
    amountMinor: minor('amount_minor').notNull(),
    currency: text('currency').notNull(),
    openedOn: day('opened_on').notNull(),
    enteredBy: text('entered_by')
      .notNull()
      .references(() => people.id),
  },
  (table) => [
    isCurrency('financial_proposals_currency', table.currency),
    check('financial_proposals_amount', sql`${table.amountMinor} > 0`),
  ],
);

/** A request to the Bank, bound to one frozen version of one document. */
export const noObjections = pgTable(
  'no_objections',
  {
    id: key(),
    assignmentId: text('assignment_id')
      .notNull()
      .references(() => assignments.id),
    no: integer('no').notNull(),
    subject: text('subject').$type<NoObjectionSubject>().notNull(),
    documentVersionId: text('document_version_id')
      .notNull()
      .references(() => documentVersions.id),
    note: text('note').notNull().default(''),
    /** The day on which an answer is expected. */
    dueOn: day('due_on'),
    requestedBy: text('requested_by')
      .notNull()
      .references(() => people.id),
    requestedAt: instant('requested_at').notNull(),
  },
  (table) => [
    unique('no_objections_no').on(table.assignmentId, table.no),
    unique('no_objections_once').on(table.subject, table.documentVersionId),
    oneOf('no_objections_subject', table.subject, NO_OBJECTION_SUBJECTS),
  ],
);

export const noObjectionDecisions = pgTable(
  'no_objection_decisions',
  {
    noObjectionId: text('no_objection_id')
      .primaryKey()
      .references(() => noObjections.id),
    decision: text('decision').$type<NoObjectionDecision>().notNull(),
    comments: text('comments').notNull().default(''),
    decidedBy: text('decided_by')
      .notNull()
      .references(() => people.id),
    decidedAt: instant('decided_at').notNull(),
  },
  (table) => [oneOf('no_objection_decisions_decision', table.decision, NO_OBJECTION_DECISIONS)],
);
