import { assignmentPageView } from '../features/register/assignment-page-view.ts';
import { AssignmentScreen } from '../features/register/AssignmentScreen.tsx';
import { calendarDateAt } from '../domain/shared/calendar-date.ts';
import { inLocale } from '../domain/shared/locale.ts';
import { useLoaderData } from '../framework.ts';
import { json, type LoaderFunctionArgs } from '../framework.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { notFound } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsFor } from '../http/words.server.ts';
import { assignmentPage } from '../use-cases/register/assignment-page.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const now = new Date();
  const page = await assignmentPage({ actor, code: params.code ?? '', now });
  if (page === null) throw notFound();
  const { locale, pageTitle } = await wordsFor(request, actor);
  const { code, title } = page.assignment;
  return json({
    page: assignmentPageView(page, calendarDateAt(now)),
    pageTitle: pageTitle(`${code} ${inLocale(title, locale)}`),
  });
}

export const meta = pageMeta;

export default function AssignmentRoute() {
  return <AssignmentScreen page={useLoaderData<typeof loader>().page} />;
}
