import { MODELS } from '../domain/models/model.ts';
import { ModelsScreen } from '../features/models/ModelsScreen.tsx';
import { useLoaderData } from '../framework.ts';
import { json, type LoaderFunctionArgs } from '../framework.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { notFound } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { modelsPage } from '../use-cases/models/models-page.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const search = new URL(request.url).searchParams;
  const model = MODELS.find((known) => known === search.get('model')) ?? null;
  const words = (search.get('q') ?? '').trim().slice(0, 100);
  const [page, spoken] = await Promise.all([
    modelsPage(actor, { words, ...(model !== null && { model }) }),
    wordsWith(request, actor, ['models']),
  ]);
  if (page === null) throw notFound();
  return json({
    page,
    asked: { model, words },
    words: spoken.words,
    pageTitle: spoken.pageTitle(spoken.t('models.title')),
  });
}

export const meta = pageMeta;

export default function ModelsRoute() {
  const { words, ...page } = useLoaderData<typeof loader>();
  return (
    <MoreWords words={words}>
      <ModelsScreen {...page} />
    </MoreWords>
  );
}
