import { z } from 'zod';
import { issueToken } from '#app/use-cases/people/issue-token.server.ts';
import { openEndpoint } from './endpoint.ts';
import { tokenShape } from './shapes.ts';

export const tokenEndpoints = [
  openEndpoint({
    method: 'post',
    path: '/tokens',
    summary: 'Sign in and get a bearer token.',
    body: z.object({ email: z.string().max(320), password: z.string().max(1_000) }),
    answers: tokenShape,
    handle: async ({ body, clientAddress, now }) => {
      const issued = await issueToken({ ...body, clientAddress, now });
      if (!issued.ok) return issued;
      const { token, expiresAt } = issued.value;
      return { status: 201, json: { token, expiresAt: expiresAt.toISOString() } };
    },
  }),
];
