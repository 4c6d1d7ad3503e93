import { DueScreen } from '../features/deliverables/DueScreen.tsx';
import { useLoaderData } from '../framework.ts';
import { json, type LoaderFunctionArgs } from '../framework.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { dueList } from '../use-cases/register/due-list.server.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requirePerson(request, context);
  const query = new URL(request.url).searchParams;
  const show = query.get('show');
  const [list, { t, pageTitle, words }] = await Promise.all([
    dueList({
      actor,
      show: show === 'mine' || show === 'all' ? show : null,
      after: query.get('after'),
      now: new Date(),
    }),
    wordsWith(request, actor, ['deliverables', 'places']),
  ]);
  return json({ list, words, pageTitle: pageTitle(t('places.due')) });
}

export const meta = pageMeta;

export default function DueRoute() {
  const { list, words } = useLoaderData<typeof loader>();
  return (
    <MoreWords words={words}>
      <DueScreen list={list} />
    </MoreWords>
  );
}
