/** Candidates of a few demo procurements with criteria, scores and prices. All names are invented. */
import type { CandidateEvent } from '../../app/domain/procurement/candidate.ts';
import { addDays, calendarDateAt } from '../../app/domain/shared/calendar-date.ts';
import type { Transaction } from '../client.ts';
import { newId } from '../new-id.ts';
import { insertCandidate, insertCandidateEvent } from '../queries/candidates.ts';
import {
  insertCriterion,
  saveDeclaration,
  saveFinancialProposal,
  saveScore,
} from '../queries/evaluation.ts';
import type { DemoKeys } from './demo.ts';

type DemoProcurement = {
  code: string;
  /** What happened to each candidate, the first event first. */
  candidates: readonly (readonly CandidateEvent[])[];
  /** Points of each candidate for the two preferred criteria, of 60 and 40. */
  points: readonly (readonly [number, number])[];
  /** Prices in yuan, where they were opened. */
  prices?: readonly number[];
};

const LISTED = ['INTERESTED', 'LISTED'] as const;
const PROPOSED = [...LISTED, 'INVITED', 'PROPOSED'] as const;

const DEMO_PROCUREMENTS: readonly DemoProcurement[] = [
  {
    code: 'PMI-7',
    candidates: [LISTED, LISTED, LISTED],
    points: [
      [52, 33],
      [48, 36],
      [41, 30],
    ],
  },
  {
    code: 'PMI-10',
    candidates: [LISTED, [...LISTED, 'INVITED'], LISTED],
    points: [
      [45, 31],
      [54, 34],
      [40, 29],
    ],
  },
  {
    code: 'PMI-16',
    candidates: [PROPOSED, PROPOSED, PROPOSED, PROPOSED, PROPOSED],
    points: [
      [50, 35],
      [47, 31],
      [55, 36],
      [38, 28],
      [44, 33],
    ],
  },
  {
    code: 'PMI-25',
    candidates: [PROPOSED, PROPOSED, PROPOSED, PROPOSED, PROPOSED],
    points: [
      [49, 34],
      [51, 35],
      [46, 30],
      [53, 33],
      [42, 31],
    ],
    prices: [250_000, 244_000, 239_000, 251_000, 248_000],
  },
  {
    code: 'PMI-19',
    candidates: [PROPOSED, [...PROPOSED, 'SELECTED'], PROPOSED, PROPOSED, PROPOSED],
    points: [
      [50, 30],
      [47, 31],
      [49, 36],
      [45, 28],
      [46, 33],
    ],
    prices: [190_000, 171_000, 188_000, 203_000, 179_000],
  },
];

const CRITERIA = [
  {
    kind: 'MANDATORY',
    subject: 'CANDIDATE',
    textZh: '近五年承担过同类任务',
    textEn: 'Similar assignments within the last five years',
    maxPoints: null,
  },
  {
    kind: 'PREFERRED',
    subject: 'CANDIDATE',
    textZh: '对碳市场的了解和经验',
    textEn: 'Knowledge and experience of carbon markets',
    maxPoints: 60,
  },
  {
    kind: 'PREFERRED',
    subject: 'CANDIDATE',
    textZh: '组织和质量保证',
    textEn: 'Organisation and quality assurance',
    maxPoints: 40,
  },
] as const;

const LETTERS = ['C', 'D', 'E', 'F', 'G'];
const STEMS = ['丙', '丁', '戊', '己', '庚'];
const MS_PER_DAY = 86_400_000;

export async function seedDemoCandidates(
  tx: Transaction,
  keys: DemoKeys,
  now: Date,
): Promise<void> {
  for (const procurement of DEMO_PROCUREMENTS) {
    const assignmentId = keys.assignment(procurement.code);
    const hasProposals = procurement.candidates[0]?.includes('PROPOSED') ?? false;
    const criterionIds = await seedCriteria(
      tx,
      assignmentId,
      hasProposals ? 'PROPOSAL' : 'SHORTLIST',
    );
    for (const [index, events] of procurement.candidates.entries()) {
      const candidateId = newId();
      await seedCandidate(tx, { keys, now, assignmentId, candidateId, index, events });
      const points = procurement.points[index] ?? [0, 0];
      await seedScores(tx, { keys, now, candidateId, criterionIds, points });
      const yuan = procurement.prices?.[index];
      if (yuan === undefined) continue;
      await saveFinancialProposal(tx, {
        candidateId,
        amountMinor: yuan * 100,
        currency: 'CNY',
        openedOn: addDays(calendarDateAt(now), -14),
        enteredBy: keys.person('pmo@demo.test'),
      });
    }
  }
}

async function seedCriteria(
  tx: Transaction,
  assignmentId: string,
  phase: 'SHORTLIST' | 'PROPOSAL',
): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, criterion] of CRITERIA.entries()) {
    const id = newId();
    await insertCriterion(tx, { id, assignmentId, no: index + 1, phase, ...criterion });
    ids.push(id);
  }
  return ids;
}

async function seedCandidate(
  tx: Transaction,
  given: {
    keys: DemoKeys;
    now: Date;
    assignmentId: string;
    candidateId: string;
    index: number;
    events: readonly CandidateEvent[];
  },
): Promise<void> {
  const { keys, now, assignmentId, candidateId, index, events } = given;
  const personId = keys.person('pmo@demo.test');
  await insertCandidate(tx, {
    id: candidateId,
    assignmentId,
    no: index + 1,
    kind: 'FIRM',
    nameZh: `${STEMS[index] ?? ''}咨询公司（演示）`,
    nameEn: `Firm ${LETTERS[index] ?? ''} (demo)`,
    addedBy: personId,
    addedAt: new Date(now.getTime() - 60 * MS_PER_DAY),
  });
  for (const [step, event] of events.entries()) {
    const daysAgo = 60 - step * 11;
    const at = new Date(now.getTime() - daysAgo * MS_PER_DAY);
    await insertCandidateEvent(tx, { candidateId, event, at, personId });
  }
}

/** The office and the expert judge alike but for a point. */
async function seedScores(
  tx: Transaction,
  given: {
    keys: DemoKeys;
    now: Date;
    candidateId: string;
    criterionIds: readonly string[];
    points: readonly [number, number];
  },
): Promise<void> {
  const { keys, now, candidateId, criterionIds, points } = given;
  const scoredAt = new Date(now.getTime() - 16 * MS_PER_DAY);
  for (const [index, email] of ['pmo@demo.test', 'expert@demo.test'].entries()) {
    const evaluatorId = keys.person(email);
    await saveDeclaration(tx, {
      candidateId,
      personId: evaluatorId,
      declaration: 'NONE',
      declaredAt: scoredAt,
    });
    const given = [1, (points[0] + index) * 100, points[1] * 100];
    for (const [at, criterionId] of criterionIds.entries()) {
      const hundredths = given[at] ?? 0;
      await saveScore(tx, { candidateId, criterionId, evaluatorId, hundredths, scoredAt });
    }
  }
}
