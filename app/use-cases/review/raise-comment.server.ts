import { inTransaction } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { insertMessage, insertThread } from '#db/queries/threads.ts';
import { docOfUpdates } from '#server/content/state-of-updates.ts';
import { relativeRange } from '../../editor/content/y-leaves.ts';
import type { RegisterValues } from '../../domain/documents/template.ts';
import type { Person } from '../../domain/people/person.ts';
import {
  COMMENT_CHARACTERS_MAX,
  QUOTE_CHARACTERS_MAX,
  type QuoteAnchor,
  type ThreadType,
  type ThreadVisibility,
} from '../../domain/review/thread.ts';
import type { Refusal, RefusalCode } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { presentContent, type PresentContent } from '../documents/present-content.server.ts';
import { readableDocument } from '../documents/readable-document.server.ts';
import { registerValues } from '../documents/register-values.server.ts';
import { placeOfQuote } from './place-of-quote.server.ts';

type Comment = {
  actor: Person;
  documentId: string;
  type: ThreadType;
  body: string;
  anchor: QuoteAnchor;
  /** Wording that should replace the quote, or null for a comment alone. */
  suggestedText: string | null;
  visibility: ThreadVisibility;
  now: Date;
};

/**
 * Opens a thread on a passage. The place is found here, from the words the commenter saw, so that
 * a page without script, another system and the live editor all comment in the same way; the
 * document itself is never touched.
 */
export async function raiseComment(
  comment: Comment,
): Promise<Result<{ threadId: string; number: number }, Refusal>> {
  const { actor, documentId, now } = comment;
  const readable = await readableDocument(actor, documentId);
  if (readable === null) return refused({ code: 'not-found' });
  const organisationId = actor.memberships[0]?.organisationId;
  if (!readable.allows('comment') || organisationId === undefined) {
    return refused({ code: 'not-allowed' });
  }
  const wrong = commentProblem(comment);
  if (wrong !== null) return refused({ code: wrong });

  const content = await presentContent(documentId, readable.document);
  const values = await registerValues(readable.assignment);
  const range = rangeOfQuote(content, comment.anchor, values);
  if (range === null) return refused({ code: 'quote.not-found' });

  return await inTransaction<Result<{ threadId: string; number: number }, Refusal>>(async (tx) => {
    const threadId = newId();
    const number = await insertThread(tx, {
      id: threadId,
      documentId,
      type: comment.type,
      visibility: comment.visibility,
      authorId: actor.id,
      authorOrganisationId: organisationId,
      ...comment.anchor,
      rangeStart: range.start,
      rangeEnd: range.end,
      suggestedText: comment.suggestedText,
      createdAt: now,
    });
    await insertMessage(tx, {
      id: newId(),
      threadId,
      authorId: actor.id,
      body: comment.body.trim(),
      createdAt: now,
    });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'thread.opened',
      subjectType: 'thread',
      subjectId: threadId,
      assignmentId: readable.assignment.id,
      details: { documentId, number, type: comment.type },
    });
    return granted({ threadId, number });
  });
}

function commentProblem(comment: Comment): RefusalCode | null {
  const suggested = comment.suggestedText ?? '';
  if (comment.body.trim() === '' && comment.suggestedText === null) return 'comment.empty';
  if (comment.body.length > COMMENT_CHARACTERS_MAX) return 'comment.too-long';
  if (suggested.length > COMMENT_CHARACTERS_MAX) return 'comment.too-long';
  if (comment.anchor.quote.trim() === '') return 'quote.missing';
  if (comment.anchor.quote.length > QUOTE_CHARACTERS_MAX) return 'quote.too-long';
  return null;
}

function rangeOfQuote(
  { state, tree }: PresentContent,
  anchor: QuoteAnchor,
  values: RegisterValues,
) {
  const doc = docOfUpdates([state]);
  const place = placeOfQuote({ doc, tree }, anchor, values);
  const range = place === null ? null : relativeRange(doc, place);
  doc.destroy();
  return range;
}
