import { assignmentPageView } from '../features/register/assignment-page-view.ts';
import { AssignmentScreen } from '../features/register/AssignmentScreen.tsx';
import { calendarDateAt } from '../domain/shared/calendar-date.ts';
import { useLoaderData, type MetaFunction } from '../framework.ts';
import { json, type LoaderFunctionArgs } from '../framework.server.ts';
import { notFound } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { assignmentPage } from '../use-cases/register/assignment-page.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const now = new Date();
  const page = await assignmentPage({ actor, code: params.code ?? '', now });
  if (page === null) throw notFound();
  return json(assignmentPageView(page, calendarDateAt(now)));
}

export const meta: MetaFunction = ({ params }) => [{ title: `${params.code ?? ''} · 大纲 Dagang` }];

export default function AssignmentRoute() {
  return <AssignmentScreen page={useLoaderData<typeof loader>()} />;
}
