import { z } from 'zod';
import { parseDocumentKind } from '#app/domain/documents/document-kind.ts';
import { documentSummary } from '#app/use-cases/documents/document-summary.server.ts';
import { startDocument } from '#app/use-cases/documents/start-document.server.ts';
import { assignmentPage } from '#app/use-cases/register/assignment-page.server.ts';
import type { AssignmentView } from '#app/use-cases/register/assignment-views.ts';
import { registerOverview } from '#app/use-cases/register/register-overview.server.ts';
import { endpoint, listAnswer } from './endpoint.ts';
import { assignmentShape, documentShape, listOf } from './shapes.ts';

const NOT_FOUND = { refusal: { code: 'not-found' as const } };

export const assignmentEndpoints = [
  endpoint({
    method: 'get',
    path: '/assignments',
    summary: 'The assignments that the caller may see.',
    body: null,
    answers: listOf(assignmentShape),
    handle: async ({ query, now }, { person }) => {
      const { assignments } = await registerOverview(person, now);
      return listAnswer(assignments.map(asResource), { query, keyOf: ({ code }) => code });
    },
  }),
  endpoint({
    method: 'get',
    path: '/assignments/{code}',
    summary: 'One assignment.',
    body: null,
    answers: assignmentShape,
    handle: async ({ params, now }, { person }) => {
      const page = await assignmentPage({ actor: person, code: params.code ?? '', now });
      return page === null ? NOT_FOUND : { status: 200, json: asResource(page.assignment) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/assignments/{code}/documents',
    summary: 'The documents of an assignment that the caller may read.',
    body: null,
    answers: listOf(documentShape),
    handle: async ({ params, query, now }, { person }) => {
      const page = await assignmentPage({ actor: person, code: params.code ?? '', now });
      if (page === null) return NOT_FOUND;
      const summaries = await Promise.all(
        page.documents.map(({ id }) => documentSummary(person, id)),
      );
      const readable = summaries.filter((summary) => summary !== null);
      return listAnswer(readable, { query, keyOf: ({ id }) => id });
    },
  }),
  endpoint({
    method: 'post',
    path: '/assignments/{code}/documents',
    summary: 'Start a document from a template.',
    body: z.object({
      kind: z.string(),
      templateKey: z.string().nullish(),
      title: z.string('title.missing'),
    }),
    answers: documentShape,
    handle: async ({ params, body, now }, { person }) => {
      const kind = parseDocumentKind(body.kind);
      if (kind === null) return { refusal: { code: 'kind.unknown' } };
      const started = await startDocument({
        actor: person,
        code: params.code ?? '',
        kind,
        templateKey: body.templateKey ?? null,
        title: body.title,
        now,
      });
      if (!started.ok) return started;
      return { status: 201, json: await documentSummary(person, started.value.documentId) };
    },
  }),
];

function asResource(view: AssignmentView) {
  return {
    id: view.id,
    code: view.code,
    kind: view.kind,
    component: view.component?.no ?? null,
    stage: view.stage,
    method: view.method,
    title: view.title,
    titleIsAssumed: view.titleIsAssumed,
    componentIsAssumed: view.componentIsAssumed,
    holders: view.holders,
    isDemo: view.isDemo,
  };
}
