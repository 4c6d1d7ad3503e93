import type { CalendarDate } from '../../domain/shared/calendar-date.ts';
import type { AssignmentPage, DocumentRow } from '../../use-cases/register/assignment-views.ts';

/** The page of one assignment as the browser gets it: instants are ISO 8601 texts. */
export type AssignmentPageView = Omit<AssignmentPage, 'documents'> & {
  /** Newest first. */
  documents: DocumentRowView[];
  today: CalendarDate;
};

export type DocumentRowView = Omit<DocumentRow, 'createdAt'> & { createdAt: string };

export function assignmentPageView(page: AssignmentPage, today: CalendarDate): AssignmentPageView {
  return {
    ...page,
    today,
    documents: page.documents
      .map((document) => ({ ...document, createdAt: document.createdAt.toISOString() }))
      .sort((left, right) => right.createdAt.localeCompare(left.createdAt)),
  };
}
