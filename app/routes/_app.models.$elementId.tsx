import { inLocale } from '../domain/shared/locale.ts';
import { ElementScreen } from '../features/models/ElementScreen.tsx';
import { useLoaderData } from '../framework.ts';
import { json, type LoaderFunctionArgs } from '../framework.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { notFound } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { elementPage } from '../use-cases/models/models-page.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const [page, { locale, pageTitle, words }] = await Promise.all([
    elementPage(actor, params.elementId ?? ''),
    wordsWith(request, actor, ['models']),
  ]);
  if (page === null) throw notFound();
  return json({ page, words, pageTitle: pageTitle(inLocale(page.element.title, locale)) });
}

export const meta = pageMeta;

export default function ElementRoute() {
  const { words, page } = useLoaderData<typeof loader>();
  return (
    <MoreWords words={words}>
      <ElementScreen page={page} />
    </MoreWords>
  );
}
