import { agreementForm } from '../features/contract/agreement-form.server.ts';
import { AmendmentScreen } from '../features/contract/AmendmentScreen.tsx';
import { useActionData, useLoaderData } from '../framework.ts';
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '../framework.server.ts';
import { formAnswer } from '../http/form-answer.server.ts';
import { parseForm } from '../http/form.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { notFound, refusalResponse } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { agreeToAmendment } from '../use-cases/contract/agree-to-amendment.server.ts';
import { contractPage } from '../use-cases/contract/contract-page.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const code = params.code ?? '';
  const page = await contractPage({ actor, code, now: new Date() });
  const amendment = page?.contract?.amendments.find(({ no }) => String(no) === params.no);
  if (page?.contract == null || amendment === undefined) throw notFound();
  const { t, pageTitle, words } = await wordsWith(request, actor, ['contract']);
  const title = t('contract.amendment', { no: amendment.no });
  return json({
    code,
    currency: page.contract.currency,
    amendment,
    pageTitle: pageTitle(`${code} ${title}`),
    words,
  });
}

export const meta = pageMeta;

/** Agrees for the reader's side. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const code = params.code ?? '';
  const form = await parseForm(request, agreementForm);
  if (!form.ok) return refusalResponse(form.refusal);
  const { amendmentId } = form.value;
  const outcome = await agreeToAmendment({ actor, code, amendmentId, now: new Date() });
  return formAnswer(outcome, { next: `/assignments/${code}/contract`, submitted: form.value });
}

export default function AmendmentRoute() {
  const { words, code, currency, amendment } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>()?.refusal ?? null;
  return (
    <MoreWords words={words}>
      <AmendmentScreen {...{ code, currency, amendment, outcome }} />
    </MoreWords>
  );
}
