import { calendarDateAt } from '../domain/shared/calendar-date.ts';
import { ActivityScreen } from '../features/activity/ActivityScreen.tsx';
import { useLoaderData } from '../framework.ts';
import { json, type LoaderFunctionArgs } from '../framework.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { notFound } from '../http/refusal-response.server.ts';
import { sequenceOf } from '../http/sequence-of.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { assignmentActivity } from '../use-cases/activity/assignment-activity.server.ts';
import { assignmentFrame } from '../use-cases/register/assignment-frame.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const code = params.code ?? '';
  const [frame, page, { t, pageTitle, words }] = await Promise.all([
    assignmentFrame({ actor, code, today: calendarDateAt(new Date()) }),
    assignmentActivity({ actor, code, before: sequenceOf(request, 'before') }),
    wordsWith(request, actor, ['activity']),
  ]);
  if (frame === null || page === null) throw notFound();
  return json({ frame, page, words, pageTitle: pageTitle(`${code} ${t('activity.title')}`) });
}

export const meta = pageMeta;

export default function ActivityRoute() {
  const { words, ...page } = useLoaderData<typeof loader>();
  return (
    <MoreWords words={words}>
      <ActivityScreen {...page} />
    </MoreWords>
  );
}
