import { createRequestHandler, type ServerBuild } from '@remix-run/server-runtime';
import type { AppLoadContext } from '#app/http/load-context.ts';

export type { ServerBuild };

/** Pages. In development the build is asked for anew at each request. */
export function remixHandler(
  build: () => Promise<ServerBuild>,
  mode: 'production' | 'development',
) {
  const handle = createRequestHandler(build, mode);
  return async (request: Request, context: AppLoadContext): Promise<Response> =>
    await handle(request, context);
}
