import type { AssignmentRecord } from '#db/queries/assignments.ts';
import type { CandidateRecord } from '#db/queries/candidates.ts';
import type {
  CriterionRecord,
  FinancialProposalRecord,
  ScoreRecord,
} from '#db/queries/evaluation.ts';
import type { EvaluationPhase } from '../../domain/procurement/candidate.ts';
import { isCompared } from '../../domain/procurement/candidate-course.ts';
import { combineScores } from '../../domain/procurement/combined-score.ts';
import { compareCandidates } from '../../domain/procurement/comparison.ts';
import { inHundredths } from '../../domain/procurement/fraction.ts';
import { ruleOn, type ProcurementRule } from '../../domain/procurement/procurement-rule.ts';
import { courseIndex, isReached } from '../../domain/register/stage-machine.ts';
import type { CalendarDate } from '../../domain/shared/calendar-date.ts';
import { presentEvent } from './move-candidate.server.ts';
import type { ComparisonView } from './procurement-views.ts';

type Compared = {
  assignment: AssignmentRecord;
  candidates: readonly CandidateRecord[];
  criteria: readonly CriterionRecord[];
  scores: readonly ScoreRecord[];
  prices: readonly FinancialProposalRecord[];
  rules: readonly ProcurementRule[];
  today: CalendarDate;
};

/** Whoever counts as compared, judged by the criteria of the phase that the assignment is in. */
export function comparisonView(compared: Compared): ComparisonView[] {
  const { assignment, scores, prices, rules, today } = compared;
  const { method, stage } = assignment;
  const isProposalPhase =
    courseIndex(method, 'RFP_ISSUED') >= 0 &&
    isReached(method, { stage: 'PROPOSALS_RECEIVED', present: stage });
  const candidates = stillIn(compared.candidates).filter((candidate) => {
    const events = candidate.events.map(({ event }) => event);
    if (isProposalPhase) return events.includes('PROPOSED');
    return isCompared({ events, isScored: scores.some((one) => one.candidateId === candidate.id) });
  });
  const rows = compareCandidates(
    candidates.map(({ id }) => id),
    { criteria: criteriaInPhase(compared, isProposalPhase ? 'PROPOSAL' : 'SHORTLIST'), scores },
  );
  const value = (name: 'technical.weight' | 'technical.minimum') =>
    ruleOn(rules, { name, method, date: today })?.value ?? null;
  const hasTechnical = courseIndex(method, 'TECH_EVALUATED') >= 0;
  const combined = combineScores(rows, prices, {
    method: isProposalPhase ? method : 'QBS',
    technicalWeight: value('technical.weight') ?? 100,
    technicalMinimum: isProposalPhase && hasTechnical ? value('technical.minimum') : null,
    budget: assignment.planned,
  });
  return rows.map((row, index) => {
    const candidate = candidates[index];
    const total = combined[index];
    if (candidate === undefined || total === undefined) throw new Error('A row went missing.');
    const price = prices.find(({ candidateId }) => candidateId === candidate.id) ?? null;
    return {
      candidateId: candidate.id,
      no: candidate.no,
      name: candidate.name,
      mandatory: row.mandatory,
      met: row.met,
      technical: inHundredths(row.technical),
      unjudged: row.unjudged,
      price: price === null ? null : { amountMinor: price.amountMinor, currency: price.currency },
      financial: total.financial === null ? null : inHundredths(total.financial),
      combined: total.combined === null ? null : inHundredths(total.combined),
      exclusion: total.exclusion,
      rank: total.rank,
      isTied: total.isTied,
    };
  });
}

/** A method with a technical evaluation judges in two phases, every other method in one. */
function criteriaInPhase(
  { assignment, criteria }: Compared,
  phase: EvaluationPhase,
): CriterionRecord[] {
  if (courseIndex(assignment.method, 'TECH_EVALUATED') < 0) return [...criteria];
  return criteria.filter((criterion) => criterion.phase === phase);
}

/** Whoever was turned away before the choice is no longer compared; the others stay on record. */
function stillIn(candidates: readonly CandidateRecord[]): CandidateRecord[] {
  const chosen = candidates.find((one) => presentEvent(one) === 'SELECTED')?.events.at(-1)?.at;
  return candidates.filter(({ events }) => {
    const last = events.at(-1);
    if (last?.event !== 'REJECTED') return true;
    return chosen !== undefined && last.at > chosen;
  });
}
