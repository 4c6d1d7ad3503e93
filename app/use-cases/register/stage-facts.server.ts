/** Gathers what the demands of a stage are checked against. */
import type { Queryable } from '#db/connection.ts';
import { findCandidates, type CandidateRecord } from '#db/queries/candidates.ts';
import {
  findCriteria,
  findFinancialProposals,
  findScores,
  type CriterionRecord,
} from '#db/queries/evaluation.ts';
import { findDocumentsOf } from '#db/queries/documents.ts';
import { findNoObjections } from '#db/queries/no-objections.ts';
import { findProcurementRules } from '#db/queries/procurement-rules.ts';
import { findStageEvidence } from '#db/queries/stage-evidence.ts';
import type { HeldAssignment } from '#db/queries/assignment-stages.ts';
import { allTemplates } from '#server/templates/all-templates.ts';
import { sectionCompleteness } from '../../domain/documents/section-completeness.ts';
import { sectionBlocksOf } from '../../domain/documents/tree-measure.ts';
import { isCompared } from '../../domain/procurement/candidate-course.ts';
import { ruleOn } from '../../domain/procurement/procurement-rule.ts';
import type { CalendarDate } from '../../domain/shared/calendar-date.ts';
import type { StageFacts } from '../../domain/register/stage-demands.ts';
import type { AssignmentStage } from '../../domain/register/stage.ts';
import { courseIndex } from '../../domain/register/stage-machine.ts';
import { presentContent } from '../documents/present-content.server.ts';

/** Sections that no terms of reference are sent to review without (I05). */
const TOR_SECTIONS = ['OBJECTIVE', 'TECH_ROUTE', 'SCHEDULE'];

/** The facts as they stand now, counted for a move to `to` on the day `on`. */
export async function stageFacts(
  db: Queryable,
  assignment: HeldAssignment,
  { to, on }: { to: AssignmentStage; on: CalendarDate },
): Promise<StageFacts> {
  const rules = await findProcurementRules(db);
  const value = (name: Parameters<typeof ruleOn>[1]['name']) =>
    ruleOn(rules, { name, method: assignment.method, date: on })?.value ?? null;
  const isShortlist = to === 'SHORTLISTED';
  const requests = await findNoObjections(db, { assignmentIds: [assignment.id] });
  return {
    review: assignment.review,
    tor: to === 'TOR_REVIEW' ? await torState(db, assignment.id) : 'none',
    granted: requests.flatMap(({ state, subject }) => (state === 'GRANTED' ? [subject] : [])),
    candidates: await candidateCounts(db, assignment, to),
    fewest: value(isShortlist ? 'shortlist.minimum' : 'candidates.minimum'),
    most: isShortlist ? value('shortlist.maximum') : null,
    ...(await findStageEvidence(db, assignment.id)),
  };
}

/** How many candidates of an assignment count as compared, whatever the stage. */
export async function comparedCandidates(
  db: Queryable,
  assignmentId: string,
): Promise<CandidateRecord[]> {
  const candidates = await findCandidates(db, assignmentId);
  const scores = await findScores(db, idsOf(candidates));
  return candidates.filter(({ id, events }) =>
    isCompared({
      events: events.map(({ event }) => event),
      isScored: scores.some(({ candidateId }) => candidateId === id),
    }),
  );
}

async function candidateCounts(
  db: Queryable,
  assignment: HeldAssignment,
  to: AssignmentStage,
): Promise<StageFacts['candidates']> {
  const candidates = await findCandidates(db, assignment.id);
  const scores = await findScores(db, idsOf(candidates));
  const prices = await findFinancialProposals(db, idsOf(candidates));
  const compared = await comparedCandidates(db, assignment.id);
  const present = candidates.filter((one) => one.events.at(-1)?.event !== 'REJECTED');
  const reached = (wanted: string) =>
    present.filter(({ events }) => events.some(({ event }) => event === wanted));
  const proposed = reached('PROPOSED');
  const mandatory = criteriaOf(await findCriteria(db, assignment.id), assignment, to).filter(
    ({ kind }) => kind === 'MANDATORY',
  );
  const isUnscored = (candidate: CandidateRecord) =>
    mandatory.some(
      ({ id }) =>
        !scores.some((score) => score.candidateId === candidate.id && score.criterionId === id),
    );
  const judged = to === 'TECH_EVALUATED' ? proposed : compared;
  return {
    compared: compared.length,
    unscored: judged.filter(isUnscored).length,
    invited: reached('INVITED').length,
    proposed: proposed.length,
    unpriced: proposed.filter(({ id }) => !prices.some(({ candidateId }) => candidateId === id))
      .length,
    selected: present.filter((one) => one.events.at(-1)?.event === 'SELECTED').length,
  };
}

/** A method with a technical evaluation judges in two phases, every other method in one. */
function criteriaOf(
  criteria: readonly CriterionRecord[],
  { method }: HeldAssignment,
  to: AssignmentStage,
): CriterionRecord[] {
  if (courseIndex(method, 'TECH_EVALUATED') < 0) return [...criteria];
  const phase = to === 'SHORTLISTED' ? 'SHORTLIST' : 'PROPOSAL';
  return criteria.filter((criterion) => criterion.phase === phase);
}

async function torState(db: Queryable, assignmentId: string): Promise<StageFacts['tor']> {
  const documents = await findDocumentsOf(db, [assignmentId]);
  const written = documents.filter(({ kind }) => kind === 'TOR');
  if (written.length === 0) return 'none';
  const templates = await allTemplates();
  for (const { id, lastSeq, templateKey } of written) {
    const { tree } = await presentContent(id, { lastSeq, db });
    const sections = templates.find(({ key }) => key === templateKey)?.sections ?? [];
    const demands = sections.filter(({ key }) => TOR_SECTIONS.includes(key));
    const states = sectionCompleteness(
      TOR_SECTIONS.map(
        (key) =>
          demands.find((demand) => demand.key === key) ?? {
            key,
            required: true,
            thinBelowCharacters: 0,
          },
      ),
      sectionBlocksOf(tree),
    );
    if (!states.includes('missing')) return 'complete';
  }
  return 'incomplete';
}

function idsOf(candidates: readonly CandidateRecord[]): string[] {
  return candidates.map(({ id }) => id);
}
