import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { isRouteErrorResponse, RemixServer } from './framework.ts';
import type { ActionFunctionArgs, EntryContext, LoaderFunctionArgs } from './framework.server.ts';
import type { Locale } from './domain/shared/locale.ts';
import { gatheredStream } from './http/gathered-stream.server.ts';
import type { AppLoadContext } from './http/load-context.ts';
import { localeFor } from './http/preferences.server.ts';
import { loadCatalogue } from './i18n/catalogue.ts';
import { I18nProvider } from './i18n/translate.tsx';
import { NonceProvider } from './ui/nonce.tsx';

const RENDER_TIMEOUT_MS = 10_000;

/** Draws a page. The words come from one language, and only that one is sent to the browser. */
export default async function handleRequest(
  ...[request, status, headers, page, context]: [
    Request,
    number,
    Headers,
    EntryContext,
    AppLoadContext,
  ]
): Promise<Response> {
  const locale = pageLocale(request, page);
  const catalogue = await loadCatalogue(locale);
  let finalStatus = status;

  return await new Promise((resolve, reject) => {
    const waitForAll = isbot(request.headers.get('user-agent') ?? '');
    const { pipe, abort } = renderToPipeableStream(
      <I18nProvider locale={locale} catalogue={catalogue}>
        <NonceProvider value={context.nonce}>
          <RemixServer
            context={page}
            url={request.url}
            abortDelay={RENDER_TIMEOUT_MS}
            nonce={context.nonce}
          />
        </NonceProvider>
      </I18nProvider>,
      {
        nonce: context.nonce,
        [waitForAll ? 'onAllReady' : 'onShellReady']: () => {
          const { writable, readable } = gatheredStream();
          headers.set('Content-Type', 'text/html; charset=utf-8');
          headers.append('Vary', 'Cookie, Accept-Language');
          resolve(new Response(readable, { headers, status: finalStatus }));
          pipe(writable);
        },
        onShellError: reject,
        onError: (fault: unknown) => {
          finalStatus = 500;
          if (!request.signal.aborted) context.reportFault(fault, request);
        },
      },
    );
    setTimeout(abort, RENDER_TIMEOUT_MS + 1_000).unref();
  });
}

/** Faults in loaders and actions. Left pages and unknown addresses are not worth a line. */
export function handleError(
  fault: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return;
  if (isRouteErrorResponse(fault) && fault.status < 500) return;
  context.reportFault(fault, request);
}

/** The root route has looked at the account too; when it failed, the browser's wish decides. */
function pageLocale(request: Request, page: EntryContext): Locale {
  const root = page.staticHandlerContext.loaderData.root as { locale: Locale } | undefined;
  return root?.locale ?? localeFor(request, null);
}
