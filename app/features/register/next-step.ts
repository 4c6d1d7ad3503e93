import type { DocumentKind } from '../../domain/documents/document-kind.ts';
import { DOCUMENT_OF_DELIVERABLE } from '../../domain/register/document-of-deliverable.ts';
import { pipelineStep } from '../../domain/register/stage.ts';
import type { AssignmentTurn } from '../../use-cases/register/assignment-views.ts';
import type { AssignmentPageView } from './assignment-page-view.ts';

/** The one thing that this person does next on an assignment. */
export type NextStep =
  | { act: AssignmentTurn['act']; to: string }
  | { act: 'start'; kind: DocumentKind; to: string }
  | { act: 'continue' | 'read'; kind: DocumentKind; to: string };

/** Null when nothing is to be done or read yet. */
export function nextStep(page: AssignmentPageView): NextStep | null {
  if (page.turn !== null) return { act: page.turn.act, to: placeOf(page.turn, page.frame.code) };
  const wanted = wantedKinds(page);
  for (const kind of wanted) {
    const written = page.documents.find((document) => document.kind === kind);
    const mayWrite = page.mayStart.some((startable) => startable.kind === kind);
    if (written !== undefined) {
      return { act: mayWrite ? 'continue' : 'read', kind, to: `/documents/${written.id}` };
    }
    if (mayWrite) {
      const to = `/assignments/${page.assignment.code}/documents/new?kind=${kind}`;
      return { act: 'start', kind, to };
    }
  }
  const latest = page.documents[0];
  return latest === undefined
    ? null
    : { act: 'read', kind: latest.kind, to: `/documents/${latest.id}` };
}

/** Where one does what waits. */
function placeOf(turn: AssignmentTurn, code: string): string {
  switch (turn.act) {
    case 'decide':
      return '/decisions';
    case 'judge':
    case 'revise':
      return `/assignments/${code}/deliverables/${turn.no}`;
    case 'sign':
      return `/assignments/${code}/contract`;
    case 'procure':
    case 'close':
      return `/assignments/${code}/procurement`;
  }
}

/** What the stage of the assignment asks for, the most pressing first. */
function wantedKinds({ assignment }: AssignmentPageView): DocumentKind[] {
  switch (pipelineStep(assignment.stage)) {
    case 'TOR':
      return ['TOR'];
    case 'PROCUREMENT':
      return ['PROPOSAL', 'PROPOSAL_REVIEW'];
    case 'SIGNED':
    case 'RUNNING':
      return assignment.nextDeliverable === null
        ? []
        : [DOCUMENT_OF_DELIVERABLE[assignment.nextDeliverable.kind]];
    case 'COMPLETED':
    case 'CLOSED':
      return [];
  }
}
