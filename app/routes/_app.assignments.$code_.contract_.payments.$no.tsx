import { paymentForm } from '../features/contract/payment-form.server.ts';
import { PaymentScreen } from '../features/contract/PaymentScreen.tsx';
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
import { contractPage } from '../use-cases/contract/contract-page.server.ts';
import { recordInvoice } from '../use-cases/contract/record-invoice.server.ts';
import { releasePayment } from '../use-cases/contract/release-payment.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const code = params.code ?? '';
  const page = await contractPage({ actor, code, now: new Date() });
  const payment = page?.contract?.payments.find(({ no }) => String(no) === params.no);
  if (page?.contract == null || payment === undefined || !page.mayEdit) throw notFound();
  const { t, pageTitle, words } = await wordsWith(request, actor, ['contract']);
  const title = t('contract.payment', { no: payment.no });
  return json({
    code,
    payment,
    currency: page.contract.currency,
    today: page.today,
    pageTitle: pageTitle(`${code} ${title}`),
    words,
  });
}

export const meta = pageMeta;

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const code = params.code ?? '';
  const form = await parseForm(request, paymentForm);
  if (!form.ok) return refusalResponse(form.refusal);
  const { record, ...recording } = form.value;
  const recordNow = record === 'invoice' ? recordInvoice : releasePayment;
  const outcome = await recordNow({ actor, code, ...recording, now: new Date() });
  if (outcome.ok) return redirect(`/assignments/${code}/contract`);
  if (outcome.refusal.code === 'not-found') throw notFound();
  return refusalResponse({ ...outcome.refusal, submitted: form.value });
}

export default function PaymentRoute() {
  const { words, code, payment, currency, today } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>()?.refusal ?? null;
  return (
    <MoreWords words={words}>
      <PaymentScreen {...{ code, payment, currency, today, outcome }} />
    </MoreWords>
  );
}
