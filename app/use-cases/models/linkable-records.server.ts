import { database, type Queryable } from '#db/connection.ts';
import type { AssignmentRecord } from '#db/queries/assignments.ts';
import { findDeliverables } from '#db/queries/deliverables.ts';
import { findDocumentsOf } from '#db/queries/documents.ts';
import { findCommitmentHeads, findThreadHeads } from '#db/queries/record-links.ts';
import { may, maySeeThread } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import { writeReference, type RecordType } from '../../domain/models/record-reference.ts';
import type { Bilingual } from '../../domain/shared/locale.ts';
import { asResource } from '../documents/readable-document.server.ts';
import type { RecordView } from './model-views.ts';

/** A record with what the measure of completeness asks of it. */
export type LinkableRecord = RecordView & {
  id: string;
  /** The text that a comment stands beside. */
  documentId?: string;
};

/** Every record of these assignments that the person may read and that can be linked. */
export async function linkableRecords(
  actor: Person,
  assignments: readonly AssignmentRecord[],
  db: Queryable = database(),
): Promise<LinkableRecord[]> {
  const readable = assignments.filter(
    ({ standing }) =>
      may(actor, 'read', { type: 'assignment', ...standing }) &&
      may(actor, 'read', { type: 'record-link', ...standing }),
  );
  const ids = readable.map(({ id }) => id);
  // One after the other: inside a transaction there is one connection.
  const documents = await findDocumentsOf(db, ids);
  const deliverables = await findDeliverables(db, ids);
  const commitments = await findCommitmentHeads(db, ids);
  const threads = await findThreadHeads(
    db,
    documents.map(({ id }) => id),
  );
  return readable.flatMap((assignment) => {
    const { code, standing } = assignment;
    const record = recordOf(code);
    const mine = <Row extends { assignmentId: string }>(rows: Row[]) =>
      rows.filter(({ assignmentId }) => assignmentId === assignment.id);
    const texts = mine(documents).filter((row) =>
      may(actor, 'read', { ...asResource(row), ...standing }),
    );
    const seen = threads.filter(
      (thread) => texts.some(({ id }) => id === thread.documentId) && maySeeThread(actor, thread),
    );
    const seesDeliverables = may(actor, 'read', { type: 'deliverable', ...standing });
    const seesCommitments = may(actor, 'read', { type: 'commitment', ...standing });
    return [
      record('assignment', assignment.id, { label: named(code, assignment.title), path: '' }),
      ...texts.map(({ id, title }) =>
        record('document', id, { label: same(title), path: `/documents/${id}` }),
      ),
      ...seen.map(({ id, documentId, number, quote }) => ({
        ...record('thread', id, {
          label: same(`#${number} ${quote.slice(0, 60)}`),
          path: `/documents/${documentId}#thread-${number}`,
        }),
        documentId,
      })),
      ...(seesDeliverables ? mine(deliverables) : []).map(({ id, no, title }) =>
        record('deliverable', id, { label: named(`${no}`, title), path: `/deliverables/${no}` }),
      ),
      ...(seesCommitments ? mine(commitments) : []).map(({ id, no, text }) =>
        record('commitment', id, { label: named(`${no}`, text), path: '/commitments' }),
      ),
    ];
  });
}

/** Paths below `/documents` stand alone; the others are pages of the assignment. */
function recordOf(code: string) {
  return (
    type: RecordType,
    id: string,
    { label, path }: { label: Bilingual; path: string },
  ): LinkableRecord => ({
    reference: writeReference({ type, id }),
    type,
    id,
    assignmentCode: code,
    label,
    to: path.startsWith('/documents') ? path : `/assignments/${code}${path}`,
  });
}

function named(mark: string, title: Bilingual): Bilingual {
  return { zh: `${mark} ${title.zh}`, en: `${mark} ${title.en}` };
}

function same(words: string): Bilingual {
  return { zh: words, en: words };
}
