import { TimelineScreen } from '../features/deliverables/TimelineScreen.tsx';
import { useLoaderData } from '../framework.ts';
import { json, type LoaderFunctionArgs } from '../framework.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { timelinePage } from '../use-cases/register/timeline.server.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requirePerson(request, context);
  const query = new URL(request.url).searchParams;
  const component = query.get('component') ?? '';
  const [page, { t, pageTitle, words }] = await Promise.all([
    timelinePage({
      actor,
      component: /^[1-4]$/.test(component) ? Number(component) : null,
      mine: query.get('mine') === 'yes',
      after: query.get('after'),
      now: new Date(),
    }),
    wordsWith(request, actor, ['deliverables', 'places']),
  ]);
  const shownAs = query.get('as') === 'table' ? ('table' as const) : ('picture' as const);
  return json({ page, shownAs, words, pageTitle: pageTitle(t('places.timeline')) });
}

export const meta = pageMeta;

export default function TimelineRoute() {
  const { page, shownAs, words } = useLoaderData<typeof loader>();
  return (
    <MoreWords words={words}>
      <TimelineScreen page={page} shownAs={shownAs} />
    </MoreWords>
  );
}
