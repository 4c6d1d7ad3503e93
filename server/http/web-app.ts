/** Everything that is answered over HTTP, in the order in which it is asked. */
import { serveStatic } from '@hono/node-server/serve-static';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type Context } from 'hono';
import { compress } from 'hono/compress';
import type { AppLoadContext } from '#app/http/load-context.ts';
import { api } from '../api/api.ts';
import { problem } from '../api/problem.ts';
import { logFault } from '../log.ts';
import { mayChange } from './own-origin.ts';
import { securityHeaders, type HttpVariables } from './security-headers.ts';

type Options = {
  pages: (request: Request, context: AppLoadContext) => Promise<Response>;
  /** Throws when the database does not answer. */
  checkReady: () => Promise<void>;
  /** Folder of the browser's files, or null when Vite serves them. */
  clientFiles: string | null;
};

export function webApp({ pages, checkReady, clientFiles }: Options) {
  const app = new Hono<{ Variables: HttpVariables }>();
  app.use(securityHeaders);
  app.use(compress());
  app.get('/healthz', (context) => context.text('ok'));
  app.get('/readyz', async (context) => {
    try {
      await checkReady();
      return context.text('ready');
    } catch (fault) {
      logFault('Not ready.', fault);
      return context.text('not ready', 503);
    }
  });
  app.use(async (context, next) => {
    if (mayChange(context.req.raw)) return await next();
    return await problem('form.origin', context.req.raw);
  });
  // No key holds U+0000, and PostgreSQL takes a question about it for a fault.
  app.use(async (context, next) => {
    if (!context.req.path.includes('\0')) return await next();
    return await problem('not-found', context.req.raw);
  });
  app.route('/api/v1', api(clientAddress));
  if (clientFiles !== null) serveClientFiles(app, clientFiles);
  app.all('*', (context) =>
    pages(context.req.raw, {
      nonce: context.get('nonce'),
      requestStart: Date.now(),
      clientAddress: clientAddress(context),
      reportFault: (fault, request) =>
        logFault(`${request.method} ${new URL(request.url).pathname} failed.`, fault),
    }),
  );
  app.onError((fault, context) => {
    logFault(`${context.req.method} ${context.req.path} failed.`, fault);
    return problem('server.fault', context.req.raw);
  });
  return app;
}

function serveClientFiles(app: Hono<{ Variables: HttpVariables }>, root: string): void {
  app.use('/assets/*', async (context, next) => {
    await next();
    // The names carry a hash of the content.
    if (context.res.ok) context.header('cache-control', 'public, max-age=31536000, immutable');
  });
  app.use('/assets/*', serveStatic({ root }));
  app.get('/:file{[^/]+\\.(?:svg|ico|png|txt|webmanifest)}', serveStatic({ root }));
}

export function clientAddress(context: Context): string {
  return getConnInfo(context).remote.address ?? 'unknown';
}
