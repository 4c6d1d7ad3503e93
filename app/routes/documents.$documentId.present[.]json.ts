import { json, type LoaderFunctionArgs } from '../framework.server.ts';
import { localeFor } from '../http/preferences.server.ts';
import { notFound } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { documentPage } from '../use-cases/documents/document-page.server.ts';

/** What an open document page shows that may have changed; with `?with=text` the text too. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const wantsText = new URL(request.url).searchParams.get('with') === 'text';
  const page = await documentPage({
    actor,
    documentId: params.documentId ?? '',
    locale: localeFor(request, actor),
    text: wantsText ? 'reading' : 'none',
  });
  if (page === null) throw notFound();
  const { html, editing, ...shown } = page;
  return json(wantsText ? { ...shown, text: { html } } : { ...shown, editing }, {
    headers: { 'cache-control': 'private, no-store' },
  });
}
