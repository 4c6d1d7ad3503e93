import { assignmentPageView } from '../features/register/assignment-page-view.ts';
import { AssignmentScreen } from '../features/register/AssignmentScreen.tsx';
import { calendarDateAt } from '../domain/shared/calendar-date.ts';
import { inLocale } from '../domain/shared/locale.ts';
import { useLoaderData } from '../framework.ts';
import { json, type LoaderFunctionArgs } from '../framework.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { notFound } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { assignmentSummary } from '../use-cases/overview/assignment-summary.server.ts';
import { assignmentPage } from '../use-cases/register/assignment-page.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const now = new Date();
  const code = params.code ?? '';
  const [page, summary, { locale, pageTitle, words }] = await Promise.all([
    assignmentPage({ actor, code, now }),
    assignmentSummary({ actor, code, now }),
    wordsWith(request, actor, ['activity', 'board', 'contract', 'models', 'overview']),
  ]);
  if (page === null) throw notFound();
  const { title } = page.assignment;
  return json({
    page: assignmentPageView(page, calendarDateAt(now)),
    summary,
    words,
    pageTitle: pageTitle(`${code} ${inLocale(title, locale)}`),
  });
}

export const meta = pageMeta;

export default function AssignmentRoute() {
  const { words, page, summary } = useLoaderData<typeof loader>();
  return (
    <MoreWords words={words}>
      <AssignmentScreen page={page} summary={summary} />
    </MoreWords>
  );
}
