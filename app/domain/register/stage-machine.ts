/**
 * Which stages a method of selection has, in order, and which moves are possible between them. The
 * courses are data: domain research C.1, after the consulting-services cycle of the World Bank.
 */
import type { SelectionMethod } from './assignment.ts';
import type { AssignmentStage } from './stage.ts';

/** A step that is reached at one of the given stages: advertising, or asking known candidates. */
export type CourseStep = readonly AssignmentStage[];

const BEFORE = [['PLANNED'], ['TOR_DRAFT'], ['TOR_REVIEW'], ['TOR_CLEARED']] as const;
const AFTER = [['NEGOTIATION'], ['SIGNED'], ['IMPLEMENTING'], ['COMPLETED'], ['CLOSED']] as const;
const PROPOSALS = [
  ['ADVERTISED'],
  ['SHORTLISTED'],
  ['RFP_ISSUED'],
  ['PROPOSALS_RECEIVED'],
  ['TECH_EVALUATED'],
] as const;
const PRICED: readonly CourseStep[] = [...BEFORE, ...PROPOSALS, ['COMBINED_EVALUATED'], ...AFTER];

/** The steps of each method, from planned to closed. */
export const COURSES: Record<SelectionMethod, readonly CourseStep[]> = {
  QCBS: PRICED,
  QBS: [...BEFORE, ...PROPOSALS, ...AFTER],
  FBS: PRICED,
  LCS: PRICED,
  CQS: [...BEFORE, ['ADVERTISED'], ['QUALIFIED'], ['ONE_INVITED'], ...AFTER],
  CDS: [...BEFORE, ['INVITED'], ...AFTER],
  INDV: [...BEFORE, ['ADVERTISED', 'LIMITED'], ['COMPARED'], ...AFTER],
};

/** Nothing leaves these. */
export const FINAL_STAGES: readonly AssignmentStage[] = ['CLOSED', 'CANCELLED', 'TERMINATED'];

/** `BACK` is a return or a correction, one step; all but `FORWARD` are done for a reason. */
export const MOVE_KINDS = ['FORWARD', 'BACK', 'CANCEL', 'TERMINATE'] as const;
export type MoveKind = (typeof MOVE_KINDS)[number];
export type StageMove = { to: AssignmentStage; kind: MoveKind };

/** Every move that the method allows from `stage`, forward first; demands are another matter. */
export function movesFrom(method: SelectionMethod, stage: AssignmentStage): StageMove[] {
  if (FINAL_STAGES.includes(stage)) return [];
  const moves: StageMove[] = [
    ...stepAfter(method, stage).map((to) => ({ to, kind: 'FORWARD' as const })),
    ...stepBefore(method, stage).map((to) => ({ to, kind: 'BACK' as const })),
  ];
  if (isBeforeSigned(stage)) return [...moves, { to: 'CANCELLED', kind: 'CANCEL' }];
  return stage === 'COMPLETED' ? moves : [...moves, { to: 'TERMINATED', kind: 'TERMINATE' }];
}

/** The kind of a move, or null when there is no such move. */
export function moveKind(
  method: SelectionMethod,
  { from, to }: { from: AssignmentStage; to: AssignmentStage },
): MoveKind | null {
  return movesFrom(method, from).find((move) => move.to === to)?.kind ?? null;
}

/** Where a stage lies on the course of a method; -1 when that method has no such stage. */
export function courseIndex(method: SelectionMethod, stage: AssignmentStage): number {
  return COURSES[method].findIndex((step) => step.includes(stage));
}

/** Whether `stage` has been reached at `present`; false for a stage that the method has not. */
export function isReached(
  method: SelectionMethod,
  { stage, present }: { stage: AssignmentStage; present: AssignmentStage },
): boolean {
  const index = courseIndex(method, stage);
  return index >= 0 && courseIndex(method, present) >= index;
}

/** Whether no contract is signed yet. */
export function isBeforeSigned(stage: AssignmentStage): boolean {
  return !SIGNED_OR_ENDED.includes(stage);
}

/** The method may be chosen until the first step that depends on it. */
export function isMethodOpen(stage: AssignmentStage): boolean {
  return BEFORE.some(([early]) => early === stage);
}

/** The step on which the winner is chosen: the one before negotiation. */
export function choosingStep(method: SelectionMethod): CourseStep {
  return stepBefore(method, 'NEGOTIATION');
}

const SIGNED_OR_ENDED: readonly AssignmentStage[] = [
  'SIGNED',
  'IMPLEMENTING',
  'COMPLETED',
  ...FINAL_STAGES,
];

function stepAfter(method: SelectionMethod, stage: AssignmentStage): CourseStep {
  const index = courseIndex(method, stage);
  return index < 0 ? [] : (COURSES[method][index + 1] ?? []);
}

/** A signed contract is a fact: no correction leads back over it. */
function stepBefore(method: SelectionMethod, stage: AssignmentStage): CourseStep {
  const index = courseIndex(method, stage);
  return index <= 0 || stage === 'SIGNED' ? [] : (COURSES[method][index - 1] ?? []);
}
