import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import {
  AMENDMENT_KINDS,
  COMMITMENT_KINDS,
  COMMITMENT_RESULTS,
  CONTRACT_PARTIES,
  PAYMENT_EVENTS,
  type AmendmentKind,
  type CommitmentKind,
  type CommitmentResult,
  type ContractParty,
  type PaymentEvent,
} from '../../app/domain/contract/contract.ts';
import { day, instant, isCurrency, key, minor, oneOf } from './columns.ts';
import { deliverables } from './deliverables.ts';
import { documentVersions } from './documents.ts';
import { organisations, people } from './people.ts';
import { candidates } from './procurement.ts';
import { assignments } from './register.ts';

/** The signed contract of an assignment, as it was signed; amendments change what it comes to. */
export const contracts = pgTable(
  'contracts',
  {
    id: key(),
    assignmentId: text('assignment_id')
      .notNull()
      .unique()
      .references(() => assignments.id),
    /** The consultant: a firm or a person. */
    organisationId: text('organisation_id').references(() => organisations.id),
    personId: text('person_id').references(() => people.id),
    candidateId: text('candidate_id').references(() => candidates.id),
    signedOn: day('signed_on').notNull(),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on').notNull(),
    currency: text('currency').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    /** The frozen text of the contract, where it is kept here. */
    documentVersionId: text('document_version_id').references(() => documentVersions.id),
    enteredBy: text('entered_by')
      .notNull()
      .references(() => people.id),
    enteredAt: instant('entered_at').notNull(),
  },
  (table) => [
    isCurrency('contracts_currency', table.currency),
    check('contracts_amount', sql`${table.amountMinor} > 0`),
    check(
      'contracts_consultant',
      sql`num_nonnulls(${table.organisationId}, ${table.personId}) = 1`,
    ),
    check(
      'contracts_period',
      sql`${table.startsOn} >= ${table.signedOn} and ${table.endsOn} > ${table.startsOn}`,
    ),
  ],
);

/** A change of the contract. It takes effect when both parties agreed, and, for more time, after an evaluation. */
export const contractAmendments = pgTable(
  'contract_amendments',
  {
    id: key(),
    contractId: text('contract_id')
      .notNull()
      .references(() => contracts.id),
    no: integer('no').notNull(),
    kind: text('kind').$type<AmendmentKind>().notNull(),
    newEndsOn: day('new_ends_on'),
    /** Added to the amount of the contract; negative takes away. */
    amountChangeMinor: minor('amount_change_minor'),
    reason: text('reason').notNull(),
    /** The evaluation by the PMO that an extension or renewal needs (I11). */
    evaluationVersionId: text('evaluation_version_id').references(() => documentVersions.id),
    /** The frozen text of the amendment, where it is kept here. */
    documentVersionId: text('document_version_id').references(() => documentVersions.id),
    proposedBy: text('proposed_by')
      .notNull()
      .references(() => people.id),
    proposedAt: instant('proposed_at').notNull(),
  },
  (table) => [
    unique('contract_amendments_no').on(table.contractId, table.no),
    oneOf('contract_amendments_kind', table.kind, AMENDMENT_KINDS),
    check(
      'contract_amendments_time',
      sql`(${table.kind} in ('EXTENSION', 'RENEWAL')) = (${table.newEndsOn} is not null)`,
    ),
    check(
      'contract_amendments_price',
      sql`${table.kind} <> 'PRICE' or ${table.amountChangeMinor} is not null`,
    ),
  ],
);

export const amendmentAgreements = pgTable(
  'amendment_agreements',
  {
    amendmentId: text('amendment_id')
      .notNull()
      .references(() => contractAmendments.id),
    party: text('party').$type<ContractParty>().notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    agreedAt: instant('agreed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.amendmentId, table.party] }),
    oneOf('amendment_agreements_party', table.party, CONTRACT_PARTIES),
  ],
);

/** The payment schedule. All rows together come to the amount of the contract. */
export const payments = pgTable(
  'payments',
  {
    id: key(),
    contractId: text('contract_id')
      .notNull()
      .references(() => contracts.id),
    no: integer('no').notNull(),
    /** Payable when this deliverable is accepted. */
    deliverableId: text('deliverable_id')
      .notNull()
      .references(() => deliverables.id),
    amountMinor: minor('amount_minor').notNull(),
  },
  (table) => [
    unique('payments_no').on(table.contractId, table.no),
    check('payments_amount', sql`${table.amountMinor} > 0`),
  ],
);

/** What happened to a payment; whether it is payable follows from its deliverable. */
export const paymentEvents = pgTable(
  'payment_events',
  {
    id: key(),
    paymentId: text('payment_id')
      .notNull()
      .references(() => payments.id),
    event: text('event').$type<PaymentEvent>().notNull(),
    occurredOn: day('occurred_on').notNull(),
    /** Number of the invoice or of the transfer. */
    reference: text('reference').notNull().default(''),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
  },
  (table) => [
    unique('payment_events_once').on(table.paymentId, table.event),
    oneOf('payment_events_event', table.event, PAYMENT_EVENTS),
  ],
);

/** What the accepted proposal promises, checked at each deliverable. */
export const commitments = pgTable(
  'commitments',
  {
    id: key(),
    assignmentId: text('assignment_id')
      .notNull()
      .references(() => assignments.id),
    no: integer('no').notNull(),
    kind: text('kind').$type<CommitmentKind>().notNull(),
    textZh: text('text_zh').notNull(),
    textEn: text('text_en').notNull(),
    /** A decimal number as text, exact; null for what is not counted. */
    targetValue: text('target_value'),
    unit: text('unit'),
    dueOn: day('due_on'),
    /** The version of the accepted proposal it was taken from, and its words there. */
    documentVersionId: text('document_version_id').references(() => documentVersions.id),
    quote: text('quote').notNull().default(''),
  },
  (table) => [
    unique('commitments_no').on(table.assignmentId, table.no),
    oneOf('commitments_kind', table.kind, COMMITMENT_KINDS),
    check('commitments_target', sql`${table.targetValue} ~ '^-?[0-9]+([.][0-9]+)?$'`),
    check('commitments_unit', sql`${table.targetValue} is null or ${table.unit} is not null`),
  ],
);

/** How a commitment stood at one deliverable; the latest row for each deliverable holds. */
export const commitmentChecks = pgTable(
  'commitment_checks',
  {
    id: key(),
    commitmentId: text('commitment_id')
      .notNull()
      .references(() => commitments.id),
    deliverableId: text('deliverable_id')
      .notNull()
      .references(() => deliverables.id),
    result: text('result').$type<CommitmentResult>().notNull(),
    /** What was reached, in the unit of the commitment. */
    reachedValue: text('reached_value'),
    evidence: text('evidence').notNull().default(''),
    documentVersionId: text('document_version_id').references(() => documentVersions.id),
    checkedBy: text('checked_by')
      .notNull()
      .references(() => people.id),
    checkedAt: instant('checked_at').notNull(),
  },
  (table) => [
    oneOf('commitment_checks_result', table.result, COMMITMENT_RESULTS),
    index('commitment_checks_commitment').on(table.commitmentId, table.deliverableId),
    // "Met" and "partly" are said with evidence.
    check(
      'commitment_checks_evidence',
      sql`${table.result} not in ('MET', 'PARTLY_MET') or char_length(${table.evidence}) > 0`,
    ),
  ],
);
