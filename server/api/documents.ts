import { z } from 'zod';
import { documentBlocks } from '#app/use-cases/documents/document-blocks.server.ts';
import { editBlock } from '#app/use-cases/documents/edit-block.server.ts';
import { exportDocx } from '#app/use-cases/documents/export-docx.server.ts';
import { lockDocument, unlockDocument } from '#app/use-cases/documents/lock-document.server.ts';
import { documentSummary } from '#app/use-cases/documents/document-summary.server.ts';
import { documentLexicalState } from '#app/use-cases/documents/document-text.server.ts';
import { openDocumentSession } from '#app/use-cases/documents/open-document-session.server.ts';
import { localeFor } from '#app/http/preferences.server.ts';
import { endpoint, listAnswer } from './endpoint.ts';
import { blockShape, contentShape, documentShape, listOf, sessionShape } from './shapes.ts';

const NOT_FOUND = { refusal: { code: 'not-found' as const } };

export const documentEndpoints = [
  endpoint({
    method: 'get',
    path: '/documents/{id}',
    summary: 'One document without its text.',
    body: null,
    answers: documentShape,
    handle: async ({ params }, { person }) => {
      const summary = await documentSummary(person, params.id ?? '');
      return summary === null ? NOT_FOUND : { status: 200, json: summary };
    },
  }),
  endpoint({
    method: 'get',
    path: '/documents/{id}/content',
    summary: 'The committed content as Lexical editor state.',
    body: null,
    answers: contentShape,
    handle: async ({ params }, { person }) => {
      const content = await documentLexicalState(person, params.id ?? '');
      return content === null ? NOT_FOUND : { status: 200, json: content };
    },
  }),
  endpoint({
    method: 'post',
    path: '/documents/{id}/session',
    summary: 'A socket to the live document, to write or to follow.',
    body: null,
    answers: sessionShape,
    handle: async ({ params, request, now }, signedIn) => {
      const opened = await openDocumentSession({ signedIn, documentId: params.id ?? '', now });
      if (!opened.ok) return opened;
      const { path, ...session } = opened.value;
      return { status: 201, json: { url: `${socketOrigin(request)}${path}`, ...session } };
    },
  }),
  lockEndpoint('/documents/{id}/lock', {
    summary: 'End the editing of the text; it can still be read and commented on.',
    act: lockDocument,
  }),
  lockEndpoint('/documents/{id}/unlock', {
    summary: 'Let those edit the text again who may.',
    act: unlockDocument,
  }),
  endpoint({
    method: 'get',
    path: '/documents/{id}/blocks',
    summary: 'The blocks of text that the caller may edit one by one.',
    body: null,
    answers: listOf(blockShape),
    handle: async ({ params, query }, { person }) => {
      const found = await documentBlocks(person, params.id ?? '');
      if (!found.ok) return found;
      return listAnswer(found.value.blocks, { query, keyOf: ({ id }) => id });
    },
  }),
  endpoint({
    method: 'post',
    path: '/documents/{id}/blocks/{blockId}',
    summary: 'Change one block. `baseText` is what it said before; refused when that has changed.',
    body: z.object({ text: z.string(), baseText: z.string() }),
    answers: blockShape,
    handle: async ({ params, body, now }, { person }) => {
      const { id: documentId = '', blockId = '' } = params;
      const edited = await editBlock({ actor: person, documentId, blockId, ...body, now });
      if (!edited.ok) return edited;
      const found = await documentBlocks(person, documentId);
      if (!found.ok) return found;
      const block = found.value.blocks.find(({ id }) => id === blockId);
      return block === undefined
        ? { refusal: { code: 'block.gone' } }
        : { status: 200, json: block };
    },
  }),
  endpoint({
    method: 'get',
    path: '/documents/{id}/export.docx',
    summary: 'The committed content as a Word file, with the comments that the caller may see.',
    body: null,
    answers: null,
    handle: async ({ params, request, now }, { person }) => {
      const exported = await exportDocx({
        actor: person,
        documentId: params.id ?? '',
        locale: localeFor(request, person),
        now,
      });
      return exported === null ? NOT_FOUND : { response: exported };
    },
  }),
];

function lockEndpoint(
  path: string,
  { summary, act }: { summary: string; act: typeof lockDocument },
) {
  return endpoint({
    method: 'post',
    path,
    summary,
    body: null,
    answers: documentShape,
    handle: async ({ params, now }, { person }) => {
      const outcome = await act({ actor: person, documentId: params.id ?? '', now });
      if (!outcome.ok) return outcome;
      const document = await documentSummary(person, outcome.value.documentId);
      return document === null ? NOT_FOUND : { status: 200, json: document };
    },
  });
}

/** `ws://` or `wss://` with the host that the caller used; a proxy says whether it speaks TLS. */
function socketOrigin(request: Request): string {
  const url = new URL(request.url);
  const outside = request.headers.get('x-forwarded-proto') ?? url.protocol.replace(':', '');
  return `${outside === 'https' ? 'wss' : 'ws'}://${url.host}`;
}
