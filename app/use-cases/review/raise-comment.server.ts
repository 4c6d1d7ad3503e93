import { inTransaction } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { insertMessage, insertThread } from '#db/queries/threads.ts';
import { docOfUpdates } from '#server/content/state-of-updates.ts';
import { leafTextsOf, relativeRange } from '../../editor/content/y-leaves.ts';
import type { Person } from '../../domain/people/person.ts';
import { locateQuote } from '../../domain/review/locate-quote.ts';
import {
  COMMENT_CHARACTERS_MAX,
  QUOTE_CHARACTERS_MAX,
  type QuoteAnchor,
  type ThreadType,
  type ThreadVisibility,
} from '../../domain/review/thread.ts';
import type { Refusal, RefusalCode } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { presentContent } from '../documents/present-content.server.ts';
import { readableDocument } from '../documents/readable-document.server.ts';

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

  const { state } = await presentContent(documentId, readable.document);
  const range = rangeOfQuote(state, comment.anchor);
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

function rangeOfQuote(state: Uint8Array, anchor: QuoteAnchor) {
  const doc = docOfUpdates([state]);
  const place = locateQuote(leafTextsOf(doc), anchor);
  const range = place === null ? null : relativeRange(doc, place);
  doc.destroy();
  return range;
}
