import { NewAssignmentScreen } from '../features/procurement/NewAssignmentScreen.tsx';
import { newAssignmentForm, textsOf } from '../features/procurement/procurement-form.server.ts';
import { useActionData, useLoaderData } from '../framework.ts';
import {
  json,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '../framework.server.ts';
import { parseForm } from '../http/form.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { notFound, refusalResponse } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { plannedBudget } from '../use-cases/procurement/planned-budget.server.ts';
import {
  createAssignment,
  newAssignmentPage,
} from '../use-cases/register/create-assignment.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const page = await newAssignmentPage(actor);
  if (page === null) throw notFound();
  const { t, pageTitle, words } = await wordsWith(request, actor, [
    'board',
    'overview',
    'procurement',
  ]);
  return json({ page, pageTitle: pageTitle(t('procurement.new.title')), words });
}

export const meta = pageMeta;

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const form = await parseForm(request, newAssignmentForm);
  if (!form.ok) return refusalResponse(form.refusal);
  const submitted = textsOf(form.value);
  const planned = plannedBudget(form.value);
  if (!planned.ok) return refusalResponse({ ...planned.refusal, submitted });
  const { componentId, stepReference } = form.value;
  const outcome = await createAssignment({
    ...form.value,
    actor,
    componentId: componentId || null,
    stepReference: stepReference || null,
    planned: planned.value,
    now: new Date(),
  });
  if (outcome.ok) return redirect(`/assignments/${outcome.value.code}`);
  if (outcome.refusal.code === 'not-found') throw notFound();
  return refusalResponse({ ...outcome.refusal, submitted });
}

export default function NewAssignmentRoute() {
  const { page, words } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>()?.refusal ?? null;
  return (
    <MoreWords words={words}>
      <NewAssignmentScreen components={page.components} outcome={outcome} />
    </MoreWords>
  );
}
