/** REST v1: from a request to an endpoint and back. */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { currentSession } from '#app/use-cases/people/current-person.server.ts';
import { activityEndpoints } from './activity.ts';
import { assignmentEndpoints } from './assignments.ts';
import { documentEndpoints } from './documents.ts';
import type { Answer, Endpoint } from './endpoint.ts';
import { historyEndpoints } from './history.ts';
import { modelEndpoints } from './models.ts';
import { openApi } from './openapi.ts';
import { problem } from './problem.ts';
import { threadEndpoints } from './threads.ts';
import { tokenEndpoints } from './tokens.ts';

const ENDPOINTS: readonly Endpoint[] = [
  ...tokenEndpoints,
  ...assignmentEndpoints,
  ...documentEndpoints,
  ...historyEndpoints,
  ...threadEndpoints,
  ...activityEndpoints,
  ...modelEndpoints,
];

/** The longest comment and its suggestion, with room for JSON's escapes. */
const BODY_BYTES_MAX = 512 * 1024;

export function api(clientAddress: (context: Context) => string): Hono {
  const app = new Hono();
  app.use(
    bodyLimit({
      maxSize: BODY_BYTES_MAX,
      onError: (context) => problem('form.too-large', context.req.raw),
    }),
  );
  app.get('/openapi.json', (context) => context.json(openApi(ENDPOINTS)));
  for (const endpoint of ENDPOINTS) {
    app.on(endpoint.method.toUpperCase(), honoPath(endpoint.path), async (context) =>
      asResponse(await serve(endpoint, context, clientAddress(context)), context.req.raw),
    );
  }
  app.all('*', (context) => problem('not-found', context.req.raw));
  return app;
}

async function serve(endpoint: Endpoint, context: Context, client: string): Promise<Answer> {
  const request = context.req.raw;
  const signedIn = endpoint.signedIn === 'required' ? await currentSession(request) : null;
  if (endpoint.signedIn === 'required' && signedIn === null) {
    return { refusal: { code: 'sign-in.expired' } };
  }
  const body = await readBody(endpoint, request);
  if ('refusal' in body) return body;
  return await endpoint.handle(
    {
      request,
      params: context.req.param(),
      query: new URL(request.url).searchParams,
      body: body.value,
      now: new Date(),
      clientAddress: client,
    },
    signedIn,
  );
}

type Body = { value: unknown } | Extract<Answer, { refusal: unknown }>;

async function readBody(endpoint: Endpoint, request: Request): Promise<Body> {
  if (endpoint.body === null) return { value: null };
  const json = parseJson(await request.text());
  if (json === undefined) return { refusal: { code: 'body.malformed' } };
  const parsed = endpoint.body.safeParse(json);
  return parsed.success ? { value: parsed.data } : { refusal: { code: 'form.invalid' } };
}

/** @returns undefined when the text is not JSON, or holds the one character that no text column takes. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown) => {
      if (typeof value === 'string' && value.includes('\0')) throw new SyntaxError('U+0000');
      return value;
    }) as unknown;
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}

async function asResponse(answer: Answer, request: Request): Promise<Response> {
  if ('refusal' in answer) return await problem(answer.refusal.code, request);
  if ('response' in answer) return answer.response;
  return Response.json(answer.json, {
    status: answer.status,
    headers: { 'cache-control': 'no-store' },
  });
}

function honoPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}
