/** The past of a document: its text at a moment, and who wrote a passage. */
import { attributePassage } from '#app/use-cases/documents/document-attribution.server.ts';
import { documentTextAt } from '#app/use-cases/documents/document-history.server.ts';
import { documentText } from '#app/use-cases/documents/document-text.server.ts';
import { documentVersions } from '#app/use-cases/documents/document-versions.server.ts';
import { freezeVersion } from '#app/use-cases/documents/freeze-version.server.ts';
import { endpoint, listAnswer } from './endpoint.ts';
import { momentOf } from '#app/http/moment.server.ts';
import { z } from 'zod';
import { attributionShape, listOf, textShape, versionShape } from './shapes.ts';

const NOT_FOUND = { refusal: { code: 'not-found' as const } };

export const historyEndpoints = [
  endpoint({
    method: 'get',
    path: '/documents/{id}/text',
    summary: 'The committed text: now, or as of ?revision= or ?at= (ISO 8601).',
    body: null,
    answers: textShape,
    handle: async ({ params, query }, { person }) => {
      const moment = momentOf(query);
      if (moment === 'malformed') return { refusal: { code: 'form.invalid' } };
      const text =
        moment === null
          ? await documentText(person, params.id ?? '')
          : await documentTextAt(person, params.id ?? '', moment);
      return text === null ? NOT_FOUND : { status: 200, json: text };
    },
  }),
  endpoint({
    method: 'get',
    path: '/documents/{id}/versions',
    summary: 'The frozen versions, the newest first.',
    body: null,
    answers: listOf(versionShape),
    handle: async ({ params, query }, { person }) => {
      const found = await documentVersions(person, params.id ?? '');
      if (!found.ok) return found;
      return listAnswer(found.value, { query, keyOf: ({ id }) => id });
    },
  }),
  endpoint({
    method: 'post',
    path: '/documents/{id}/versions',
    summary: 'Freeze what the text says now. Unchanged text answers its newest version again.',
    body: z.object({ reason: z.string().default('') }),
    answers: versionShape,
    handle: async ({ params, body, now }, { person }) => {
      const documentId = params.id ?? '';
      const frozen = await freezeVersion({ actor: person, documentId, ...body, now });
      if (!frozen.ok) return frozen;
      const found = await documentVersions(person, documentId);
      if (!found.ok) return found;
      const version = found.value.find(({ id }) => id === frozen.value.versionId);
      return version === undefined ? NOT_FOUND : { status: 201, json: version };
    },
  }),
  endpoint({
    method: 'get',
    path: '/documents/{id}/attribution',
    summary: 'Who wrote the passage ?quote=, and when; ?prefix= and ?suffix= tell like ones apart.',
    body: null,
    answers: attributionShape,
    handle: async ({ params, query }, { person }) => {
      const answer = await attributePassage({
        actor: person,
        documentId: params.id ?? '',
        anchor: {
          quote: query.get('quote') ?? '',
          prefix: query.get('prefix') ?? '',
          suffix: query.get('suffix') ?? '',
        },
      });
      return answer.ok ? { status: 200, json: answer.value } : answer;
    },
  }),
];
