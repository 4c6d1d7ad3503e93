import { calendarDateAt } from '../domain/shared/calendar-date.ts';
import { CalendarScreen } from '../features/calendar/CalendarScreen.tsx';
import { overrideForm } from '../features/calendar/override-form.server.ts';
import { useActionData, useLoaderData } from '../framework.ts';
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '../framework.server.ts';
import { formAnswer } from '../http/form-answer.server.ts';
import { parseForm } from '../http/form.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { notFound, refusalResponse } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { calendarPage } from '../use-cases/calendar/calendar-page.server.ts';
import { overrideDay } from '../use-cases/calendar/override-day.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const [page, { t, pageTitle, words }] = await Promise.all([
    calendarPage(actor, calendarDateAt(new Date())),
    wordsWith(request, actor, ['calendar']),
  ]);
  if (page === null) throw notFound();
  return json({ page, words, pageTitle: pageTitle(t('calendar.title')) });
}

export const meta = pageMeta;

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const form = await parseForm(request, overrideForm);
  if (!form.ok) return refusalResponse(form.refusal);
  const outcome = await overrideDay({ actor, ...form.value, now: new Date() });
  return formAnswer(outcome, { next: '/calendar', submitted: form.value });
}

export default function CalendarRoute() {
  const { words, page } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal ?? null;
  return (
    <MoreWords words={words}>
      <CalendarScreen page={page} refusal={refusal} />
    </MoreWords>
  );
}
