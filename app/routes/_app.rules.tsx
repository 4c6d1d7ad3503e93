import { ruleForm } from '../features/procurement/rule-form.server.ts';
import { RulesScreen } from '../features/procurement/RulesScreen.tsx';
import { useActionData, useLoaderData } from '../framework.ts';
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '../framework.server.ts';
import { formAnswer } from '../http/form-answer.server.ts';
import { parseForm } from '../http/form.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { notFound, refusalResponse } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { changeRule } from '../use-cases/procurement/change-rule.server.ts';
import { rulesPage } from '../use-cases/procurement/rules-page.server.ts';

/** Thresholds and clocks of procurement. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const page = await rulesPage({ actor, now: new Date() });
  if (page === null) throw notFound();
  const { t, pageTitle, words } = await wordsWith(request, actor, ['overview', 'procurement']);
  return json({ page, pageTitle: pageTitle(t('procurement.rules')), words });
}

export const meta = pageMeta;

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const form = await parseForm(request, ruleForm);
  if (!form.ok) return refusalResponse(form.refusal);
  const { method, value, isConfirmed } = form.value;
  const outcome = await changeRule({
    ...form.value,
    actor,
    method: method === '' ? null : method,
    value: Number(value),
    isConfirmed: isConfirmed === 'yes',
    now: new Date(),
  });
  return formAnswer(outcome, { next: '/rules', submitted: form.value });
}

export default function RulesRoute() {
  const { page, words } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>()?.refusal ?? null;
  return (
    <MoreWords words={words}>
      <RulesScreen {...page} outcome={outcome} />
    </MoreWords>
  );
}
