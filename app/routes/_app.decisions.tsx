import { DecisionsScreen } from '../features/procurement/DecisionsScreen.tsx';
import { decisionForm, textsOf } from '../features/procurement/procurement-form.server.ts';
import { useActionData, useLoaderData } from '../framework.ts';
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '../framework.server.ts';
import { formAnswer } from '../http/form-answer.server.ts';
import { parseForm } from '../http/form.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { notFound, refusalResponse } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { decideNoObjection } from '../use-cases/procurement/decide-no-objection.server.ts';
import { decisionsPage } from '../use-cases/procurement/decisions-page.server.ts';

/** What waits for the Bank. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const waiting = await decisionsPage({ actor, now: new Date() });
  if (waiting === null) throw notFound();
  const { t, pageTitle, words } = await wordsWith(request, actor, ['procurement']);
  return json({ waiting, pageTitle: pageTitle(t('procurement.decisions')), words });
}

export const meta = pageMeta;

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const form = await parseForm(request, decisionForm);
  if (!form.ok) return refusalResponse(form.refusal);
  const outcome = await decideNoObjection({ actor, ...form.value, now: new Date() });
  return formAnswer(outcome, { next: '/decisions', submitted: textsOf(form.value) });
}

export default function DecisionsRoute() {
  const { waiting, words } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>()?.refusal ?? null;
  return (
    <MoreWords words={words}>
      <DecisionsScreen waiting={waiting} outcome={outcome} />
    </MoreWords>
  );
}
