import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { problemShape } from './shapes.ts';

/** The description of the API, made from the endpoints themselves. */
export function openApi(endpoints: readonly Endpoint[]) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operation(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Dagang', version: '1', license: { name: 'Apache-2.0' } },
    servers: [{ url: '/api/v1' }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    paths,
  };
}

function operation(endpoint: Endpoint) {
  const parameters = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const status = endpoint.method === 'post' ? '201' : '200';
  return {
    summary: endpoint.summary,
    security: endpoint.signedIn === 'required' ? [{ bearer: [] }] : [],
    parameters,
    ...(endpoint.body === null
      ? {}
      : { requestBody: { required: true, content: jsonContent(endpoint.body, 'input') } }),
    responses: {
      [status]: {
        description: endpoint.summary,
        content:
          endpoint.answers === null
            ? { [DOCX]: { schema: { type: 'string', format: 'binary' } } }
            : jsonContent(endpoint.answers, 'output'),
      },
      default: {
        description: 'A refusal with a stable code.',
        content: { 'application/problem+json': { schema: z.toJSONSchema(problemShape) } },
      },
    },
  };
}

function jsonContent(shape: z.ZodType, io: 'input' | 'output') {
  return { 'application/json': { schema: z.toJSONSchema(shape, { io }) } };
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
