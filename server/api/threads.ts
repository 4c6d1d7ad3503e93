import { z } from 'zod';
import {
  parseThreadType,
  THREAD_VISIBILITIES,
  type QuoteAnchor,
} from '#app/domain/review/thread.ts';
import type { Person } from '#app/domain/people/person.ts';
import { acceptSuggestion } from '#app/use-cases/review/accept-suggestion.server.ts';
import { closeThread } from '#app/use-cases/review/close-thread.server.ts';
import { raiseComment } from '#app/use-cases/review/raise-comment.server.ts';
import { replyToThread } from '#app/use-cases/review/reply-to-thread.server.ts';
import { threadsOf } from '#app/use-cases/review/threads-of.server.ts';
import type { ThreadView } from '#app/use-cases/review/thread-views.ts';
import { endpoint, listAnswer, type Answer } from './endpoint.ts';
import { listOf, threadShape } from './shapes.ts';

const newThread = z.object({
  type: z.string(),
  body: z.string().default(''),
  quote: z.string(),
  prefix: z.string().default(''),
  suffix: z.string().default(''),
  suggestedText: z.string().nullish(),
  visibility: z
    .preprocess(
      (value) => (typeof value === 'string' ? value.toUpperCase() : value),
      z.enum(THREAD_VISIBILITIES),
    )
    .default('ALL'),
});

export const threadEndpoints = [
  endpoint({
    method: 'get',
    path: '/documents/{id}/threads',
    summary: 'The comment threads that the caller may see.',
    body: null,
    answers: listOf(threadShape),
    handle: async ({ params, query }, { person }) => {
      const views = await threadsOf(person, params.id ?? '');
      if (views === null) return { refusal: { code: 'not-found' } };
      return listAnswer(views.map(asResource), { query, keyOf: ({ id }) => id });
    },
  }),
  endpoint({
    method: 'post',
    path: '/documents/{id}/threads',
    summary: 'Comment on a passage, named by its words.',
    body: newThread,
    answers: threadShape,
    handle: async ({ params, body, now }, { person }) => {
      const type = parseThreadType(body.type);
      if (type === null) return { refusal: { code: 'form.invalid' } };
      const documentId = params.id ?? '';
      const anchor: QuoteAnchor = { quote: body.quote, prefix: body.prefix, suffix: body.suffix };
      const raised = await raiseComment({
        actor: person,
        documentId,
        type,
        body: body.body,
        anchor,
        suggestedText: body.suggestedText ?? null,
        visibility: body.visibility,
        now,
      });
      if (!raised.ok) return raised;
      return await theThread(person, { documentId, threadId: raised.value.threadId, status: 201 });
    },
  }),
  endpoint({
    method: 'post',
    path: '/threads/{id}/replies',
    summary: 'Reply in a thread.',
    body: z.object({ body: z.string() }),
    answers: threadShape,
    handle: async ({ params, body, now }, { person }) => {
      const threadId = params.id ?? '';
      const replied = await replyToThread({ actor: person, threadId, body: body.body, now });
      if (!replied.ok) return replied;
      return await theThread(person, { ...replied.value, threadId, status: 201 });
    },
  }),
  endpoint({
    method: 'post',
    path: '/threads/{id}/acceptance',
    summary: 'Accept the suggested wording: it goes into the text.',
    body: null,
    answers: threadShape,
    handle: async ({ params, now }, { person }) => {
      const threadId = params.id ?? '';
      const accepted = await acceptSuggestion({ actor: person, threadId, now });
      if (!accepted.ok) return accepted;
      return await theThread(person, { ...accepted.value, threadId, status: 201 });
    },
  }),
  endpoint({
    method: 'post',
    path: '/threads/{id}/closure',
    summary: 'Close a thread.',
    body: null,
    answers: threadShape,
    handle: async ({ params, now }, { person }) => {
      const threadId = params.id ?? '';
      const closed = await closeThread({ actor: person, threadId, now });
      if (!closed.ok) return closed;
      return await theThread(person, { ...closed.value, threadId, status: 201 });
    },
  }),
];

async function theThread(
  person: Person,
  wanted: { documentId: string; threadId: string; status: 200 | 201 },
): Promise<Answer> {
  const views = await threadsOf(person, wanted.documentId);
  const view = views?.find(({ id }) => id === wanted.threadId);
  if (view === undefined) return { refusal: { code: 'not-found' } };
  return { status: wanted.status, json: asResource(view) };
}

function asResource(view: ThreadView) {
  const { id, number, type, visibility, state, author, quote, suggestedText, messages, createdAt } =
    view;
  return { id, number, type, visibility, state, author, quote, suggestedText, messages, createdAt };
}
