import { z } from 'zod';
import {
  CANDIDATE_EVENTS,
  CONFLICT_DECLARATIONS,
  CRITERION_KINDS,
  CRITERION_SUBJECTS,
  EVALUATION_PHASES,
} from '../../domain/procurement/candidate.ts';
import {
  NO_OBJECTION_DECISIONS,
  NO_OBJECTION_SUBJECTS,
} from '../../domain/procurement/no-objection.ts';
import {
  ASSIGNMENT_KINDS,
  PROCUREMENT_REVIEWS,
  SELECTION_METHODS,
} from '../../domain/register/assignment.ts';
import { CURRENCIES } from '../../domain/contract/currency.ts';
import { ASSIGNMENT_STAGES } from '../../domain/register/stage.ts';

const reason = z.string().max(500, 'reason.too-long').default('');
const name = z.string().trim().min(1, 'name.missing').max(300, 'title.too-long');
const text = z.string().trim().min(1, 'criterion.empty').max(300, 'title.too-long');
const key = z.string().min(1).max(100);

const decide = z.object({
  act: z.literal('decide'),
  id: key,
  decision: z.enum(NO_OBJECTION_DECISIONS),
  comments: z.string().max(5000, 'comment.too-long').default(''),
});

const basis = {
  method: z.enum(SELECTION_METHODS),
  review: z.enum(PROCUREMENT_REVIEWS),
  amount: z.string().max(40, 'amount.malformed').default(''),
  currency: z.enum(CURRENCIES, 'currency.unknown'),
  stepReference: z.string().trim().max(100, 'title.too-long').default(''),
};
const title = z.string().trim().min(1, 'title.missing').max(300, 'title.too-long');

export const newAssignmentForm = z.object({
  kind: z.enum(ASSIGNMENT_KINDS),
  code: z.string().max(20, 'assignment.code'),
  titleZh: title,
  titleEn: title,
  /** Empty leaves the assignment without component. */
  componentId: z.string().max(100, 'component.unknown'),
  ...basis,
});

/** Everything that is sent from the page of a procurement; `act` says what. */
export const procurementForm = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('move'),
    to: z.enum(ASSIGNMENT_STAGES, 'stage.impossible'),
    occurredOn: z.string().max(10, 'date.invalid').default(''),
    reason,
  }),
  // One field for each stage: `plan-ADVERTISED`.
  z.looseObject({ act: z.literal('plan') }),
  z.object({ act: z.literal('add'), nameZh: name, nameEn: name }),
  z.object({
    act: z.literal('candidate'),
    candidateId: key,
    event: z.enum(CANDIDATE_EVENTS, 'candidate.move'),
    reason,
  }),
  z.object({
    act: z.literal('criterion'),
    kind: z.enum(CRITERION_KINDS),
    subject: z.enum(CRITERION_SUBJECTS),
    phase: z.enum(EVALUATION_PHASES),
    textZh: text,
    textEn: text,
    maxPoints: z
      .string()
      .regex(/^(\d{1,3})?$/, 'criterion.points')
      .default(''),
  }),
  z.object({
    act: z.literal('ask'),
    /** Subject and document in one choice: `TOR:01H…`. */
    about: z
      .string()
      .regex(new RegExp(`^(${NO_OBJECTION_SUBJECTS.join('|')}):.+$`), 'no-objection.document'),
    note: reason,
    /** The void request that this one takes the place of. */
    again: z.string().max(100).optional(),
  }),
  decide,
  z.object({ act: z.literal('basis'), ...basis }),
]);

export type ProcurementSent = z.output<typeof procurementForm>;

export const decisionForm = decide;

/** What is sent from the page of one candidate. */
export const candidateForm = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('declare'),
    declaration: z.enum(CONFLICT_DECLARATIONS),
    statement: reason,
  }),
  // One field for each criterion: `score-01H…`.
  z.looseObject({ act: z.literal('score'), note: reason }),
  z.object({
    act: z.literal('price'),
    amount: z.string().max(40, 'amount.malformed'),
    currency: z.string().max(3, 'currency.unknown'),
    openedOn: z.string().max(10, 'date.invalid'),
  }),
]);

export type CandidateSent = z.output<typeof candidateForm>;

/** The fields of a form whose names begin with `prefix`, without it. */
export function fieldsWith(
  form: Readonly<Record<string, unknown>>,
  prefix: string,
): { name: string; value: string }[] {
  return Object.entries(form).flatMap(([field, value]) =>
    field.startsWith(prefix) && typeof value === 'string'
      ? [{ name: field.slice(prefix.length), value }]
      : [],
  );
}

/** What was typed, as it is sent back when the form is refused. */
export function textsOf(form: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(fieldsWith(form, '').map(({ name, value }) => [name, value]));
}
