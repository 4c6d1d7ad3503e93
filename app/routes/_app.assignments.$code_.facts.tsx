import { factsForm } from '../features/register/facts-form.server.ts';
import { FactsScreen } from '../features/register/FactsScreen.tsx';
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
import { assignmentPage } from '../use-cases/register/assignment-page.server.ts';
import { correctAssignmentFacts } from '../use-cases/register/correct-assignment-facts.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const page = await assignmentPage({ actor, code: params.code ?? '', now: new Date() });
  if (page === null || !page.mayEdit) throw notFound();
  const { t, pageTitle, words } = await wordsWith(request, actor, ['overview']);
  return json({
    assignment: page.assignment,
    components: page.components,
    words,
    pageTitle: pageTitle(`${page.assignment.code} ${t('overview.facts.title')}`),
  });
}

export const meta = pageMeta;

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const form = await parseForm(request, factsForm);
  if (!form.ok) return refusalResponse(form.refusal);
  const { titleZh, titleEn, componentId } = form.value;
  const outcome = await correctAssignmentFacts({
    actor,
    code: params.code ?? '',
    titleZh,
    titleEn,
    componentId: componentId === '' ? null : componentId,
    now: new Date(),
  });
  if (outcome.ok) return redirect(`/assignments/${outcome.value.code}`);
  if (outcome.refusal.code === 'not-found') throw notFound();
  return refusalResponse({ ...outcome.refusal, submitted: form.value });
}

export default function FactsRoute() {
  const { assignment, components, words } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>()?.refusal ?? null;
  return (
    <MoreWords words={words}>
      <FactsScreen assignment={assignment} components={components} outcome={outcome} />
    </MoreWords>
  );
}
