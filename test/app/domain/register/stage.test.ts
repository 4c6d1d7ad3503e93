import { expect, test } from 'vitest';
import {
  ASSIGNMENT_STAGES,
  boardPhase,
  pipelineStep,
  type AssignmentStage,
  type BoardPhase,
  type PipelineStep,
} from '#app/domain/register/stage.ts';

/** Stage, column of the board, step of the pipeline. */
const EXPECTED: [AssignmentStage, BoardPhase, PipelineStep][] = [
  ['PLANNED', 'TOR_DRAFT', 'TOR'],
  ['TOR_DRAFT', 'TOR_DRAFT', 'TOR'],
  ['TOR_REVIEW', 'TOR_REVIEW', 'TOR'],
  ['TOR_CLEARED', 'PROCUREMENT', 'TOR'],
  ['ADVERTISED', 'PROCUREMENT', 'PROCUREMENT'],
  ['LIMITED', 'PROCUREMENT', 'PROCUREMENT'],
  ['INVITED', 'PROCUREMENT', 'PROCUREMENT'],
  ['SHORTLISTED', 'PROCUREMENT', 'PROCUREMENT'],
  ['QUALIFIED', 'PROCUREMENT', 'PROCUREMENT'],
  ['ONE_INVITED', 'PROCUREMENT', 'PROCUREMENT'],
  ['RFP_ISSUED', 'PROCUREMENT', 'PROCUREMENT'],
  ['PROPOSALS_RECEIVED', 'PROCUREMENT', 'PROCUREMENT'],
  ['TECH_EVALUATED', 'PROCUREMENT', 'PROCUREMENT'],
  ['COMBINED_EVALUATED', 'PROCUREMENT', 'PROCUREMENT'],
  ['COMPARED', 'PROCUREMENT', 'PROCUREMENT'],
  ['NEGOTIATION', 'PROCUREMENT', 'PROCUREMENT'],
  ['SIGNED', 'RUNNING', 'SIGNED'],
  ['IMPLEMENTING', 'RUNNING', 'RUNNING'],
  ['COMPLETED', 'CLOSED', 'COMPLETED'],
  ['CLOSED', 'CLOSED', 'CLOSED'],
  ['CANCELLED', 'CLOSED', 'CLOSED'],
  ['TERMINATED', 'CLOSED', 'CLOSED'],
];

test.each(EXPECTED)('%s stands in the column %s, at the step %s', (stage, phase, step) => {
  expect(boardPhase(stage, 'no')).toBe(phase);
  expect(pipelineStep(stage)).toBe(step);
});

test('a report under review moves a running contract, and nothing else, to its own column', () => {
  const moved = ASSIGNMENT_STAGES.filter((stage) => boardPhase(stage, 'yes') === 'REPORT_REVIEW');

  expect(moved).toEqual(['SIGNED', 'IMPLEMENTING']);
  for (const stage of ASSIGNMENT_STAGES.filter((other) => !moved.includes(other))) {
    expect(boardPhase(stage, 'yes')).toBe(boardPhase(stage, 'no'));
  }
});

test('every stage is expected somewhere', () => {
  expect(EXPECTED.map(([stage]) => stage)).toEqual(ASSIGNMENT_STAGES);
});
