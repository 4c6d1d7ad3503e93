import { amendmentForm, changeOf } from '../features/contract/amendment-form.server.ts';
import { AmendmentFormScreen } from '../features/contract/AmendmentFormScreen.tsx';
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
import { amendmentChoices } from '../use-cases/contract/amendment-choices.server.ts';
import { contractPage } from '../use-cases/contract/contract-page.server.ts';
import { proposeAmendment } from '../use-cases/contract/propose-amendment.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const code = params.code ?? '';
  const page = await contractPage({ actor, code, now: new Date() });
  const choices = await amendmentChoices({ actor, code });
  if (page?.contract == null || choices === null) throw notFound();
  const { t, pageTitle, words } = await wordsWith(request, actor, ['contract']);
  return json({
    code,
    currency: page.contract.currency,
    choices,
    pageTitle: pageTitle(`${code} ${t('contract.amendment.new')}`),
    words,
  });
}

export const meta = pageMeta;

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const code = params.code ?? '';
  const now = new Date();
  const form = await parseForm(request, amendmentForm);
  if (!form.ok) return refusalResponse(form.refusal);
  const contract = (await contractPage({ actor, code, now }))?.contract;
  if (contract == null) throw notFound();
  const change = changeOf(form.value, contract.currency);
  const outcome = change.ok
    ? await proposeAmendment({ actor, code, ...change.value, now })
    : change;
  if (outcome.ok) {
    return redirect(`/assignments/${code}/contract/amendments/${outcome.value.no}`);
  }
  if (outcome.refusal.code === 'not-found') throw notFound();
  return refusalResponse({ ...outcome.refusal, submitted: form.value });
}

export default function NewAmendmentRoute() {
  const { words, code, currency, choices } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>()?.refusal ?? null;
  return (
    <MoreWords words={words}>
      <AmendmentFormScreen {...{ code, currency, choices, outcome }} />
    </MoreWords>
  );
}
