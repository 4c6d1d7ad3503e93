import type { DocumentKind } from '../documents/document-kind.ts';
import type { NoObjectionSubject } from './no-objection.ts';

/** The kind of text that the Bank reads for each subject. */
export const DOCUMENT_OF_SUBJECT: Record<NoObjectionSubject, DocumentKind> = {
  TOR: 'TOR',
  SHORTLIST: 'SHORTLIST_REPORT',
  RFP: 'RFP',
  TECHNICAL_EVALUATION: 'EVALUATION_REPORT',
  COMBINED_EVALUATION: 'EVALUATION_REPORT',
  CONTRACT: 'CONTRACT',
  AMENDMENT: 'CONTRACT_AMENDMENT',
};
