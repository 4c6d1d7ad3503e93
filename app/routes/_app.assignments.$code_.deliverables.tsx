import { deliverablesForm } from '../features/deliverables/deliverables-form.server.ts';
import { DeliverablesScreen } from '../features/deliverables/DeliverablesScreen.tsx';
import { useActionData, useLoaderData } from '../framework.ts';
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '../framework.server.ts';
import { formAnswer } from '../http/form-answer.server.ts';
import { parseForm } from '../http/form.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { notFound, refusalResponse } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { addDeliverable } from '../use-cases/register/add-deliverable.server.ts';
import { addMilestone } from '../use-cases/register/add-milestone.server.ts';
import { deliverablesPage } from '../use-cases/register/deliverables-page.server.ts';
import { recordMilestoneResult } from '../use-cases/register/record-milestone-result.server.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requirePerson(request, context);
  const code = params.code ?? '';
  const [page, { t, pageTitle, words }] = await Promise.all([
    deliverablesPage({ actor, code, now: new Date() }),
    wordsWith(request, actor, ['deliverables']),
  ]);
  if (page === null) throw notFound();
  return json({ page, words, pageTitle: pageTitle(`${code} ${t('register.page.deliverables')}`) });
}

export const meta = pageMeta;

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const form = await parseForm(request, deliverablesForm);
  if (!form.ok) return refusalResponse(form.refusal);
  const { value } = form;
  const given = { actor, code: params.code ?? '', now: new Date() };
  const act = () => {
    switch (value.act) {
      case 'add-deliverable':
        return addDeliverable({ ...given, ...value });
      case 'add-milestone':
        return addMilestone({ ...given, ...value });
      case 'record-result':
        return recordMilestoneResult({ ...given, ...value });
    }
  };
  const submitted = Object.fromEntries(
    Object.entries(value).map(([name, typed]) => [name, String(typed)]),
  );
  const next = `/assignments/${encodeURIComponent(given.code)}/deliverables`;
  return formAnswer(await act(), { next, submitted });
}

export default function DeliverablesRoute() {
  const { page, words } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>()?.refusal ?? null;
  return (
    <MoreWords words={words}>
      <DeliverablesScreen page={page} outcome={outcome} />
    </MoreWords>
  );
}
