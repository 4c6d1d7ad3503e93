import { database } from '#db/connection.ts';
import { findThreads, type ThreadWithMessages } from '#db/queries/threads.ts';
import { docOfUpdates } from '#server/content/state-of-updates.ts';
import { isOfRaisingSide, maySeeThread } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import type { ThreadPlace, ThreadState } from '../../domain/review/thread.ts';
import type { ReadableDocument } from '../documents/readable-document.server.ts';
import { placeOfThread } from './place-of-thread.server.ts';
import type { ThreadView } from './thread-views.ts';

/** The threads of a document that the reader may see, each placed in `state`. */
export async function documentThreads(query: {
  actor: Person;
  readable: ReadableDocument;
  /** Present Yjs state of the document. */
  state: Uint8Array;
}): Promise<ThreadView[]> {
  const { actor, readable, state } = query;
  const records = await findThreads(database(), { documentId: readable.document.id });
  const doc = docOfUpdates([state]);
  const views = records
    .filter((record) => maySeeThread(actor, record))
    .map((record) => threadView(record, { actor, readable, place: placeOfThread(doc, record) }));
  doc.destroy();
  return views;
}

export function threadState(
  record: Pick<ThreadWithMessages, 'acceptance' | 'closure'>,
): ThreadState {
  if (record.acceptance !== null) return 'ACCEPTED';
  return record.closure === null ? 'OPEN' : 'CLOSED';
}

export function threadView(
  record: ThreadWithMessages,
  context: { actor: Person; readable: ReadableDocument; place: ThreadPlace },
): ThreadView {
  const { actor, readable, place } = context;
  const state = threadState(record);
  const mayEdit = readable.allows('edit');
  return {
    id: record.id,
    number: record.number,
    type: record.type,
    visibility: record.visibility,
    state,
    author: { name: record.authorName, organisation: record.organisationName },
    quote: record.quote,
    prefix: record.prefix,
    suffix: record.suffix,
    suggestedText: record.suggestedText,
    messages: record.messages.map(({ id, authorName, body, createdAt }) => ({
      id,
      authorName,
      body,
      createdAt: createdAt.toISOString(),
    })),
    place,
    range: { start: base64(record.rangeStart), end: base64(record.rangeEnd) },
    createdAt: record.createdAt.toISOString(),
    mayReply: readable.allows('comment'),
    mayAccept: mayEdit && record.suggestedText !== null && state === 'OPEN',
    mayClose: state === 'OPEN' && readable.allows('comment') && isOfRaisingSide(actor, record),
  };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
