import type { RefusalCode } from '../shared/refusal-code.ts';

/** A version of a document, as it was or would be handed in. */
export type HandedIn = { documentId: string; versionNo: number };

/** Submissions of a deliverable are numbered 1, 2, 3, … without gaps (I09). */
export function nextSubmissionNo(submitted: readonly { no: number }[]): number {
  return submitted.length + 1;
}

/**
 * Why `next` is no answer to a return, or null if it is one: it must be a later version of the
 * text that was returned (I08).
 * @param returned null where nothing was handed in here before
 */
export function answerRefusal(returned: HandedIn | null, next: HandedIn): RefusalCode | null {
  if (returned === null) return null;
  if (returned.documentId !== next.documentId) return 'deliverable.other-document';
  return next.versionNo > returned.versionNo ? null : 'deliverable.unchanged';
}
