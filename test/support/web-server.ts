/** The web server as in production, except for the pages: they answer 404 and say so. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { checkDatabase } from '#db/connection.ts';
import { DEMO_PASSWORD } from '#db/seed/demo-people.ts';
import { AccessWatch } from '#server/collab/access-watch.ts';
import { acceptSockets } from '#server/collab/accept-sockets.ts';
import { Rooms } from '#server/collab/rooms.ts';
import { webApp } from '#server/http/web-app.ts';

export type WebServer = {
  origin: string;
  /** One request to `/api/v1` + path, signed in as `as` when given. */
  api: (path: string, options?: ApiCall) => Promise<ApiAnswer>;
  /** A new bearer token of a demo account. */
  token: (email: string) => Promise<string>;
  close: () => Promise<void>;
};

export type ApiCall = {
  as?: string;
  method?: 'GET' | 'POST';
  /** Sent as JSON; a string is sent as it is. */
  body?: unknown;
  headers?: Record<string, string>;
};

export type ApiAnswer = { status: number; headers: Headers; text: string; json: unknown };

export async function webServer(connectionString: string): Promise<WebServer> {
  const rooms = new Rooms();
  await rooms.listen(connectionString);
  const access = new AccessWatch(rooms);
  await access.listen(connectionString);
  const app = webApp({
    mode: 'production',
    pages: () => Promise.resolve(new Response('no page', { status: 404 })),
    checkReady: checkDatabase,
    clientFiles: null,
  });
  const listen = getRequestListener(app.fetch);
  const server = createServer((request, response) => void listen(request, response));
  const upgrade = acceptSockets(rooms, access);
  server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;

  const tokens = new Map<string, string>();
  const token = async (email: string): Promise<string> => {
    const answer = await callApi(origin, '/tokens', {
      method: 'POST',
      body: { email, password: DEMO_PASSWORD },
    });
    return (answer.json as { token: string }).token;
  };
  const api = async (path: string, options: ApiCall = {}): Promise<ApiAnswer> => {
    if (options.as === undefined) return await callApi(origin, path, options);
    const known = tokens.get(options.as) ?? (await token(options.as));
    tokens.set(options.as, known);
    const headers = { authorization: `Bearer ${known}`, ...options.headers };
    return await callApi(origin, path, { ...options, headers });
  };
  return {
    origin,
    api,
    token,
    close: async () => {
      await rooms.close();
      await access.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function callApi(origin: string, path: string, call: ApiCall): Promise<ApiAnswer> {
  const { method, body, headers = {} } = call;
  const response = await fetch(`${origin}/api/v1${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
    body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? (JSON.parse(text) as unknown) : null,
  };
}
