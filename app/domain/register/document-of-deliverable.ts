import type { DocumentKind } from '../documents/document-kind.ts';
import type { DeliverableKind } from './deliverable.ts';

/** The kind of document that is handed in for each kind of deliverable. */
export const DOCUMENT_OF_DELIVERABLE: Record<DeliverableKind, DocumentKind> = {
  INCEPTION: 'INCEPTION_REPORT',
  INTERIM: 'INTERIM_REPORT',
  FINAL: 'FINAL_REPORT',
  TOR: 'TOR',
  PROPOSAL_REVIEW: 'PROPOSAL_REVIEW',
  ASSESSMENT: 'ASSESSMENT',
  PROGRESS: 'PROGRESS_REPORT',
  TRAVEL: 'TRAVEL_REPORT',
  MEETING_SUMMARY: 'MEETING_SUMMARY',
};
