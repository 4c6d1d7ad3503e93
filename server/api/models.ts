/** The registry of the data models, and what records say of it. */
import { z } from 'zod';
import { assignmentLinks } from '#app/use-cases/models/assignment-links.server.ts';
import { linkRecord } from '#app/use-cases/models/link-record.server.ts';
import { modelsPage } from '#app/use-cases/models/models-page.server.ts';
import { LINK_RELATIONS } from '#app/domain/models/model.ts';
import { parseModelTarget, parseRecordReference } from '#app/domain/models/record-reference.ts';
import { endpoint, listAnswer } from './endpoint.ts';
import { elementShape, linkShape, listOf } from './shapes.ts';

const NOT_FOUND = { refusal: { code: 'not-found' as const } };

export const modelEndpoints = [
  endpoint({
    method: 'get',
    path: '/models',
    summary: 'Elements of the data models; ?q= searches titles and keys.',
    body: null,
    answers: listOf(elementShape),
    handle: async ({ query }, { person }) => {
      const page = await modelsPage(person, { words: query.get('q') ?? '' });
      if (page === null) return NOT_FOUND;
      return listAnswer(page.elements, { query, keyOf: ({ reference }) => reference });
    },
  }),
  endpoint({
    method: 'get',
    path: '/assignments/{code}/links',
    summary: 'Links from the records of the assignment to the data models.',
    body: null,
    answers: listOf(linkShape),
    handle: async ({ params, query }, { person }) => {
      const page = await assignmentLinks({ actor: person, code: params.code ?? '', words: '' });
      if (page === null) return NOT_FOUND;
      return listAnswer(page.links, { query, keyOf: ({ id }) => id });
    },
  }),
  endpoint({
    method: 'post',
    path: '/assignments/{code}/links',
    summary: 'Tie a record (`document:…`) to an element or instance (`element:…`).',
    body: z.object({ record: z.string(), target: z.string(), relation: z.enum(LINK_RELATIONS) }),
    answers: listOf(linkShape),
    handle: async ({ params, body, query, now }, { person }) => {
      const code = params.code ?? '';
      const before = await assignmentLinks({ actor: person, code, words: '' });
      if (before === null) return NOT_FOUND;
      const record = parseRecordReference(body.record);
      const target = parseModelTarget(body.target);
      if (record === null || target === null) return { refusal: { code: 'link.unknown-target' } };
      const { relation } = body;
      const linked = await linkRecord({ actor: person, code, record, target, relation, now });
      if (!linked.ok) return linked;
      const after = await assignmentLinks({ actor: person, code, words: '' });
      const answer = listAnswer(after?.links ?? [], { query, keyOf: ({ id }) => id });
      return 'status' in answer ? { ...answer, status: 201 } : answer;
    },
  }),
];
