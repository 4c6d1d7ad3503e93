/** Every kind of text that the project writes. The values are part of the REST contract. */
export const DOCUMENT_KINDS = [
  'TOR',
  'PROPOSAL',
  'PROPOSAL_REVIEW',
  'SHORTLIST_REPORT',
  'RFP',
  'EVALUATION_REPORT',
  'CONTRACT',
  'CONTRACT_AMENDMENT',
  'INCEPTION_REPORT',
  'INTERIM_REPORT',
  'FINAL_REPORT',
  'ASSESSMENT',
  'PROGRESS_REPORT',
  'TRAVEL_REPORT',
  'MEETING_AGENDA',
  'MEETING_MINUTES',
  'MEETING_SUMMARY',
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Accepts any case and hyphens, because other systems write `tor` and `interim-report`. */
export function parseDocumentKind(value: string): DocumentKind | null {
  const key = value.trim().toUpperCase().replaceAll('-', '_');
  return DOCUMENT_KINDS.find((kind) => kind === key) ?? null;
}
