import { database } from '#db/connection.ts';
import { findAssignments, type AssignmentRecord } from '#db/queries/assignments.ts';
import {
  findStagePlans,
  findTransitions,
  type TransitionRecord,
} from '#db/queries/assignment-stages.ts';
import { findCalendar } from '#db/queries/calendar.ts';
import { findCandidates, type CandidateRecord } from '#db/queries/candidates.ts';
import { findDeliverables } from '#db/queries/deliverables.ts';
import { findDocumentsOf } from '#db/queries/documents.ts';
import { findCriteria, findFinancialProposals, findScores } from '#db/queries/evaluation.ts';
import { findNoObjections } from '#db/queries/no-objections.ts';
import { findProcurementRules } from '#db/queries/procurement-rules.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import { areCandidatesOpen, candidateMoves } from '../../domain/procurement/candidate-course.ts';
import { isPriceDecisive } from '../../domain/procurement/combined-score.ts';
import { DOCUMENT_OF_SUBJECT } from '../../domain/procurement/no-objection-document.ts';
import type { NoObjectionSubject } from '../../domain/procurement/no-objection.ts';
import {
  RULE_NAMES,
  ruleOn,
  type ProcurementRule,
} from '../../domain/procurement/procurement-rule.ts';
import { subjectsFor } from '../../domain/register/stage-demands.ts';
import { choosingStep, courseIndex, COURSES } from '../../domain/register/stage-machine.ts';
import { calendarDateAt, type CalendarDate } from '../../domain/shared/calendar-date.ts';
import { asResource } from '../documents/readable-document.server.ts';
import { frameOf } from '../register/assignment-frame.server.ts';
import { nextStages } from '../register/next-stages.server.ts';
import { comparisonView } from './comparison-view.server.ts';
import { presentEvent } from './move-candidate.server.ts';
import { noObjectionView } from './no-objection-view.server.ts';
import type { CandidateView, ProcurementPage, StageView } from './procurement-views.ts';

type Query = { actor: Person; code: string; now: Date };

/** The procurement of one assignment, or null when there is none that this person may see. */
export async function procurementPage(query: Query): Promise<ProcurementPage | null> {
  const { actor, code, now } = query;
  const db = database();
  const assignment = await readableProcurement(actor, code);
  if (assignment === null) return null;
  const { id, method, stage, standing } = assignment;
  const today = calendarDateAt(now);
  const resource = { type: 'procurement', ...standing } as const;
  const [plans, transitions, candidates, criteria, rules, requests, calendar, moves, deliverables] =
    await Promise.all([
      findStagePlans(db, id),
      findTransitions(db, id),
      findCandidates(db, id),
      findCriteria(db, id),
      findProcurementRules(db),
      findNoObjections(db, { assignmentIds: [id] }),
      findCalendar(db),
      nextStages(assignment, { actor, now }),
      findDeliverables(db, [id]),
    ]);
  const ids = candidates.map((candidate) => candidate.id);
  const [allScores, prices] = await Promise.all([
    findScores(db, ids),
    findFinancialProposals(db, ids),
  ]);
  const seesAll = seesAllScores(actor, assignment);
  return {
    frame: frameOf(assignment, { actor, today, deliverables }),
    basis: basisOf(assignment),
    stages: stageViews(assignment, plans, transitions),
    transitions: transitions.toReversed(),
    moves,
    candidates: candidates.map((candidate) => candidateView(candidate, assignment)),
    areCandidatesOpen: areCandidatesOpen(stage),
    criteria,
    comparison: comparisonView({
      assignment,
      candidates,
      criteria,
      scores: seesAll ? allScores : allScores.filter((one) => one.evaluatorId === actor.id),
      prices,
      rules,
      today,
    }),
    isOwnScoresOnly: !seesAll,
    isPriceDecisive: isPriceDecisive(method),
    rules: rulesShown(rules, assignment, today),
    noObjections: requests.map((request) => noObjectionView(request, { calendar, today })),
    askable: await askableSubjects(actor, assignment),
    may: {
      edit: may(actor, 'edit', resource),
      evaluate: may(actor, 'evaluate', resource),
      ask: may(actor, 'create', { type: 'no-objection', ...standing }),
      decide: may(actor, 'decide', { type: 'no-objection', ...standing }),
    },
    today,
  };
}

function basisOf(assignment: AssignmentRecord): ProcurementPage['basis'] {
  const { method, review, stepReference, planned } = assignment;
  return { method, review, stepReference, planned };
}

/** The assignment, when this person may read its procurement. */
export async function readableProcurement(
  actor: Person,
  code: string,
): Promise<AssignmentRecord | null> {
  const [found] = await findAssignments(database(), { code });
  if (found === undefined || !may(actor, 'read', { type: 'procurement', ...found.standing })) {
    return null;
  }
  return found;
}

export function candidateView(
  candidate: CandidateRecord,
  { stage, method }: AssignmentRecord,
): CandidateView {
  const event = presentEvent(candidate);
  return {
    id: candidate.id,
    no: candidate.no,
    kind: candidate.kind,
    name: candidate.name,
    event,
    reason: candidate.events.at(-1)?.reason ?? '',
    moves: candidateMoves(event, stage).filter(
      (next) => next !== 'SELECTED' || choosingStep(method).includes(stage),
    ),
  };
}

/** While others judge, an evaluator sees the own scores only; the office sees them all. */
export function seesAllScores(actor: Person, { standing, method, stage }: AssignmentRecord) {
  if (may(actor, 'edit', { type: 'procurement', ...standing })) return true;
  const [chosen] = choosingStep(method);
  return chosen !== undefined && courseIndex(method, stage) >= courseIndex(method, chosen);
}

function rulesShown(
  rules: readonly ProcurementRule[],
  assignment: AssignmentRecord,
  date: CalendarDate,
): ProcurementPage['rules'] {
  return RULE_NAMES.flatMap((name) => {
    const rule = ruleOn(rules, { name, method: assignment.method, date });
    const isUsed = RULES_SHOWN[name]?.(assignment) ?? true;
    if (rule === null || !isUsed) return [];
    return { name, value: rule.value, isConfirmed: rule.isConfirmed };
  });
}

/** Rules that would mislead where the method does not use them. */
const RULES_SHOWN: Partial<Record<string, (assignment: AssignmentRecord) => boolean>> = {
  'shortlist.minimum': ({ method }) => courseIndex(method, 'SHORTLISTED') >= 0,
  'shortlist.maximum': ({ method }) => courseIndex(method, 'SHORTLISTED') >= 0,
  'technical.minimum': ({ method }) => courseIndex(method, 'TECH_EVALUATED') >= 0,
  'contract.term': () => false,
};

function stageViews(
  { method, stage: present }: AssignmentRecord,
  plans: ReadonlyMap<string, CalendarDate>,
  transitions: Awaited<ReturnType<typeof findTransitions>>,
): StageView[] {
  const at = courseIndex(method, present);
  const side = COURSES[method].flatMap((step) => step);
  return side.map((stage) => {
    const isBehind = at < 0 || courseIndex(method, stage) <= at;
    return {
      stage,
      plannedOn: plans.get(stage) ?? null,
      reachedOn: isBehind ? lastReached(transitions, stage) : null,
      isPresent: stage === present,
    };
  });
}

function lastReached(
  transitions: readonly TransitionRecord[],
  stage: StageView['stage'],
): CalendarDate | null {
  return transitions.findLast(({ to }) => to === stage)?.occurredOn ?? null;
}

async function askableSubjects(
  actor: Person,
  assignment: AssignmentRecord,
): Promise<ProcurementPage['askable']> {
  const documents = (await findDocumentsOf(database(), [assignment.id])).filter((row) =>
    may(actor, 'read', { ...asResource(row), ...assignment.standing }),
  );
  const subjects: NoObjectionSubject[] = COURSES[assignment.method].flatMap((step) =>
    step.flatMap(subjectsFor),
  );
  return subjects.map((subject) => ({
    subject,
    documents: documents
      .filter(({ kind }) => kind === DOCUMENT_OF_SUBJECT[subject])
      .map(({ id, title }) => ({ id, title })),
  }));
}
