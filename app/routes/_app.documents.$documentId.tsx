import { inLocale } from '../domain/shared/locale.ts';
import { keepText } from '../features/documents/page-text.ts';
import { ReadingScreen } from '../features/documents/ReadingScreen.tsx';
import { useLoaderData } from '../framework.ts';
import { json, type LoaderFunctionArgs } from '../framework.server.ts';
import { asksForPage } from '../http/asks-for-page.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { notFound } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsFor } from '../http/words.server.ts';
import { documentPage } from '../use-cases/documents/document-page.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const { locale, pageTitle } = await wordsFor(request, actor);
  const documentId = params.documentId ?? '';
  const page = await documentPage({ actor, documentId, locale, text: 'reading' });
  if (page === null) throw notFound();
  const { html, editing: _editing, ...shown } = page;
  const organisation = actor.memberships[0]?.organisationName;
  return json({
    pageTitle: pageTitle(page.head.title),
    page: { ...shown, text: asksForPage(request) ? keepText(crypto.randomUUID(), html) : { html } },
    organisation:
      page.head.may.comment && organisation !== undefined ? inLocale(organisation, locale) : null,
  });
}

export const handle = { rail: 'narrow' };

/** The page looks for news itself; a jump inside the text asks for nothing. */
export const shouldRevalidate = ({
  currentUrl,
  nextUrl,
}: {
  currentUrl: URL;
  nextUrl: URL;
}): boolean => currentUrl.pathname !== nextUrl.pathname;

export const meta = pageMeta;

export default function DocumentRoute() {
  return <ReadingScreen {...useLoaderData<typeof loader>()} />;
}
