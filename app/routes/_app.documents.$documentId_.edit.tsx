import { personColor } from '../domain/people/person.ts';
import { inLocale } from '../domain/shared/locale.ts';
import { EditingScreen } from '../features/documents/EditingScreen.tsx';
import { keepText } from '../features/documents/page-text.ts';
import { useLoaderData } from '../framework.ts';
import { json, redirect, type LoaderFunctionArgs } from '../framework.server.ts';
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
  const page = await documentPage({ actor, documentId, locale, text: 'writing' });
  if (page === null) throw notFound();
  const { html, editing, ...shown } = page;
  if (editing === null) throw redirect(`/documents/${page.head.id}`);
  const organisation = actor.memberships[0]?.organisationName;
  return json({
    pageTitle: pageTitle(page.head.title),
    page: {
      ...shown,
      editing,
      text: asksForPage(request) ? keepText(crypto.randomUUID(), html) : { html },
    },
    organisation:
      page.head.may.comment && organisation !== undefined ? inLocale(organisation, locale) : null,
    person: { id: actor.id, name: inLocale(actor.name, locale), color: personColor(actor.id) },
  });
}

export const handle = { rail: 'narrow' };

/** Nothing may take the editor away while somebody writes; the page looks for news itself. */
export const shouldRevalidate = () => false;

export const meta = pageMeta;

export default function EditRoute() {
  return <EditingScreen {...useLoaderData<typeof loader>()} />;
}
