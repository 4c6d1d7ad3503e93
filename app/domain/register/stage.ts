/** Where an assignment stands. The order is that of the consulting-services cycle. */
export const ASSIGNMENT_STAGES = [
  'PLANNED',
  'TOR_DRAFT',
  'TOR_REVIEW',
  'TOR_CLEARED',
  'ADVERTISED',
  'LIMITED',
  'INVITED',
  'SHORTLISTED',
  'QUALIFIED',
  'ONE_INVITED',
  'RFP_ISSUED',
  'PROPOSALS_RECEIVED',
  'TECH_EVALUATED',
  'COMBINED_EVALUATED',
  'COMPARED',
  'NEGOTIATION',
  'SIGNED',
  'IMPLEMENTING',
  'COMPLETED',
  'CLOSED',
  'CANCELLED',
  'TERMINATED',
] as const;
export type AssignmentStage = (typeof ASSIGNMENT_STAGES)[number];

/** The six columns of the board. A report under review is shown apart from a running contract. */
export const BOARD_PHASES = [
  'TOR_DRAFT',
  'TOR_REVIEW',
  'PROCUREMENT',
  'RUNNING',
  'REPORT_REVIEW',
  'CLOSED',
] as const;
export type BoardPhase = (typeof BOARD_PHASES)[number];

/** The steps of the pipeline in the header of an assignment. */
export const PIPELINE_STEPS = [
  'TOR',
  'PROCUREMENT',
  'SIGNED',
  'RUNNING',
  'COMPLETED',
  'CLOSED',
] as const;
export type PipelineStep = (typeof PIPELINE_STEPS)[number];

export function boardPhase(stage: AssignmentStage, reportUnderReview: 'yes' | 'no'): BoardPhase {
  switch (stage) {
    case 'PLANNED':
    case 'TOR_DRAFT':
      return 'TOR_DRAFT';
    case 'TOR_REVIEW':
      return 'TOR_REVIEW';
    case 'SIGNED':
    case 'IMPLEMENTING':
      return reportUnderReview === 'yes' ? 'REPORT_REVIEW' : 'RUNNING';
    case 'COMPLETED':
    case 'CLOSED':
    case 'CANCELLED':
    case 'TERMINATED':
      return 'CLOSED';
    default:
      return 'PROCUREMENT';
  }
}

export function pipelineStep(stage: AssignmentStage): PipelineStep {
  switch (stage) {
    case 'PLANNED':
    case 'TOR_DRAFT':
    case 'TOR_REVIEW':
    case 'TOR_CLEARED':
      return 'TOR';
    case 'SIGNED':
      return 'SIGNED';
    case 'IMPLEMENTING':
      return 'RUNNING';
    case 'COMPLETED':
      return 'COMPLETED';
    case 'CLOSED':
    case 'CANCELLED':
    case 'TERMINATED':
      return 'CLOSED';
    default:
      return 'PROCUREMENT';
  }
}
