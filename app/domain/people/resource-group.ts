/** How the policy table sorts what can be read and changed. */
import type { DocumentKind } from '../documents/document-kind.ts';

/** What an assignment has besides its facts and its texts, each with its own readers. */
export type AssignmentPart =
  'procurement' | 'no-objection' | 'contract' | 'commitment' | 'deliverable' | 'record-link';

/**
 * `people`: accounts, organisations, memberships. `rules`: procurement rules and the calendar.
 * `models`: the registry of the data models. `audit`: the events of the whole project.
 */
export type ProjectPart = 'people' | 'rules' | 'models' | 'audit';

/** A resource without its assignment. */
export type ResourceKind =
  { type: 'assignment' | AssignmentPart | ProjectPart } | { type: 'document'; kind: DocumentKind };

export type ResourceGroup =
  | 'assignment'
  | 'tor'
  | 'proposal'
  | 'report'
  | 'assessment'
  | 'project-report'
  | 'meeting'
  | 'procurement-text'
  | 'contract-text'
  | AssignmentPart
  | ProjectPart;

export function groupOf(resource: ResourceKind): ResourceGroup {
  return resource.type === 'document' ? DOCUMENT_GROUPS[resource.kind] : resource.type;
}

const DOCUMENT_GROUPS: Record<DocumentKind, ResourceGroup> = {
  TOR: 'tor',
  PROPOSAL: 'proposal',
  PROPOSAL_REVIEW: 'assessment',
  SHORTLIST_REPORT: 'procurement-text',
  RFP: 'procurement-text',
  EVALUATION_REPORT: 'procurement-text',
  CONTRACT: 'contract-text',
  CONTRACT_AMENDMENT: 'contract-text',
  INCEPTION_REPORT: 'report',
  INTERIM_REPORT: 'report',
  FINAL_REPORT: 'report',
  ASSESSMENT: 'assessment',
  PROGRESS_REPORT: 'project-report',
  TRAVEL_REPORT: 'project-report',
  MEETING_AGENDA: 'meeting',
  MEETING_MINUTES: 'meeting',
  MEETING_SUMMARY: 'meeting',
};
