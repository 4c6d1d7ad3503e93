import { STATUS_CODES } from 'node:http';
import type { RefusalCode } from '#app/domain/shared/refusal-code.ts';
import { localeFor } from '#app/http/preferences.server.ts';
import { refusalStatus } from '#app/http/refusal-status.ts';
import { loadCatalogue } from '#app/i18n/catalogue.ts';
import { loadRefusals } from '#app/i18n/more-words.server.ts';
import { translator } from '#app/i18n/translator.ts';

/** RFC 9457. `code` is for programs and never changes; `detail` is for people, in their language. */
export async function problem(code: RefusalCode, request: Request): Promise<Response> {
  const locale = localeFor(request, null);
  const t = translator(locale, {
    ...(await loadCatalogue(locale)),
    ...(await loadRefusals(locale)),
  });
  const status = refusalStatus(code);
  const body = {
    type: `urn:dagang:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail: t(`refusals.${code}`),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': locale,
    },
  });
}
