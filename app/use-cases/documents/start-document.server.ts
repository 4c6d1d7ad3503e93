import { inTransaction } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { findAssignments, markTorStarted } from '#db/queries/assignments.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { appendUpdates } from '#db/queries/document-updates.ts';
import { insertDocument } from '#db/queries/documents.ts';
import { contentFromTemplate, TEMPLATE_CLIENT_ID } from '#server/content/content-from-template.ts';
import { allTemplates } from '#server/templates/all-templates.ts';
import type { DocumentKind } from '../../domain/documents/document-kind.ts';
import type { Template } from '../../domain/documents/template.ts';
import { checkedTitle } from '../../domain/documents/title.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import type { AssignmentKind } from '../../domain/register/assignment.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';

type Start = {
  actor: Person;
  code: string;
  kind: DocumentKind;
  /** Null takes the first template of the kind that suits the assignment. */
  templateKey: string | null;
  title: string;
  now: Date;
};

/**
 * Creates a document with its first content in one transaction: from then on content only changes
 * by updates, so no browser ever has to fill an empty document.
 */
export async function startDocument(
  start: Start,
): Promise<Result<{ documentId: string }, Refusal>> {
  const { actor, code, kind, now } = start;
  const title = checkedTitle(start.title);
  if (!title.ok) return title;

  return await inTransaction<Result<{ documentId: string }, Refusal>>(async (tx) => {
    const [assignment] = await findAssignments(tx, { code });
    if (
      assignment === undefined ||
      !may(actor, 'read', { type: 'assignment', ...assignment.standing })
    ) {
      return refused({ code: 'not-found' });
    }
    if (
      !may(actor, 'create', { type: 'document', kind, isLocked: false, ...assignment.standing })
    ) {
      return refused({ code: 'not-allowed' });
    }
    const template = chooseTemplate(await allTemplates(), start, assignment.kind);
    if (template === null) return refused({ code: 'template.unknown' });

    const documentId = newId();
    await insertDocument(tx, {
      id: documentId,
      assignmentId: assignment.id,
      kind,
      templateKey: template.key,
      title: title.value,
      createdBy: actor.id,
      createdAt: now,
      isDemo: assignment.isDemo,
    });
    const bytes = contentFromTemplate(template, { newBlockId: newId });
    await appendUpdates(tx, documentId, {
      updates: [{ bytes, personId: actor.id, sessionId: null, clientId: TEMPLATE_CLIENT_ID }],
      at: now,
    });
    if (kind === 'TOR') await markTorStarted(tx, assignment.id);
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'document.created',
      subjectType: 'document',
      subjectId: documentId,
      assignmentId: assignment.id,
      details: { kind, template: template.key, assignment: code },
    });
    return granted({ documentId });
  });
}

function chooseTemplate(
  templates: readonly Template[],
  wanted: { kind: DocumentKind; templateKey: string | null },
  assignmentKind: AssignmentKind,
): Template | null {
  const suitable = templates.filter(
    (template) =>
      template.kind === wanted.kind &&
      (template.assignmentKind === null || template.assignmentKind === assignmentKind),
  );
  if (wanted.templateKey !== null) {
    return suitable.find((template) => template.key === wanted.templateKey) ?? null;
  }
  return (
    suitable.find((template) => template.assignmentKind === assignmentKind) ?? suitable[0] ?? null
  );
}
