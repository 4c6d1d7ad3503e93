import { database } from '#db/connection.ts';
import {
  countOpenThreads,
  findAssignments,
  findComponents,
  type AssignmentRecord,
} from '#db/queries/assignments.ts';
import { findDeliverables } from '#db/queries/deliverables.ts';
import { findDocumentsOf } from '#db/queries/documents.ts';
import { allTemplates } from '#server/templates/all-templates.ts';
import { DOCUMENT_KINDS } from '../../domain/documents/document-kind.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import { calendarDateAt } from '../../domain/shared/calendar-date.ts';
import { assignmentTurn } from './assignment-turn.server.ts';
import { frameOf } from './assignment-frame.server.ts';
import { assignmentView, deliverableView } from './assignment-view.server.ts';
import type { AssignmentPage } from './assignment-views.ts';
import { asResource } from '../documents/readable-document.server.ts';

/** The page of one assignment, or null when it does not exist for this person. */
export async function assignmentPage(query: {
  actor: Person;
  code: string;
  now: Date;
}): Promise<AssignmentPage | null> {
  const { actor, code, now } = query;
  const db = database();
  const [record] = await findAssignments(db, { code });
  if (record === undefined || !may(actor, 'read', { type: 'assignment', ...record.standing })) {
    return null;
  }
  const deliverables = await findDeliverables(db, [record.id]);
  const [components, turn, allDocuments, open, mayStart] = await Promise.all([
    findComponents(db),
    assignmentTurn(db, record, { actor, deliverables }),
    findDocumentsOf(db, [record.id]),
    countOpenThreads(
      db,
      actor.memberships.map((membership) => membership.organisationId),
    ),
    startableKinds(actor, record),
  ]);
  const today = calendarDateAt(now);
  const documents = allDocuments
    .filter((row) => may(actor, 'read', { ...asResource(row), ...record.standing }))
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      title: row.title,
      createdAt: row.createdAt,
      openThreads: open.get(row.id) ?? 0,
    }));
  const openThreads = documents.reduce((sum, row) => sum + row.openThreads, 0);
  return {
    turn,
    frame: frameOf(record, { actor, today, deliverables }),
    assignment: assignmentView(record, { actor, today, deliverables, openThreads }),
    deliverables: deliverables.map((row) => deliverableView(row, today)),
    roles: record.roles.map(({ personName, role }) => ({ personName, role })),
    documents,
    mayStart,
    mayEdit: may(actor, 'edit', { type: 'assignment', ...record.standing }),
    components,
  };
}

async function startableKinds(
  actor: Person,
  record: AssignmentRecord,
): Promise<AssignmentPage['mayStart']> {
  const templates = (await allTemplates()).filter(
    (template) => template.assignmentKind === null || template.assignmentKind === record.kind,
  );
  return DOCUMENT_KINDS.filter((kind) =>
    may(actor, 'create', { type: 'document', kind, isLocked: false, ...record.standing }),
  )
    .map((kind) => ({
      kind,
      templates: templates
        .filter((template) => template.kind === kind)
        .map(({ key, name, description }) => ({ key, name, description })),
    }))
    .filter(({ templates: ofKind }) => ofKind.length > 0);
}
