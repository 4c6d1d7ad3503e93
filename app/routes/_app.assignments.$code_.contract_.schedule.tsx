import { ScheduleScreen } from '../features/contract/ScheduleScreen.tsx';
import { scheduleForm, scheduleRowsOf } from '../features/contract/schedule-form.server.ts';
import { isAdaptable, totalOf } from '../domain/contract/payment-schedule.ts';
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
import { commitmentSheet } from '../use-cases/contract/commitment-sheet.server.ts';
import { contractPage } from '../use-cases/contract/contract-page.server.ts';
import { setPaymentSchedule } from '../use-cases/contract/set-payment-schedule.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const code = params.code ?? '';
  const page = await contractPage({ actor, code, now: new Date() });
  const sheet = await commitmentSheet({ actor, code });
  if (page?.contract == null || sheet === null || !page.mayEdit) throw notFound();
  const { t, pageTitle, words } = await wordsWith(request, actor, ['contract']);
  return json({
    code,
    contract: page.contract,
    deliverables: sheet.deliverables,
    pageTitle: pageTitle(`${code} ${t('contract.schedule')}`),
    words,
  });
}

export const meta = pageMeta;

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const code = params.code ?? '';
  const now = new Date();
  const form = await parseForm(request, scheduleForm);
  if (!form.ok) return refusalResponse(form.refusal);
  const contract = (await contractPage({ actor, code, now }))?.contract;
  if (contract == null) throw notFound();
  const settled = totalOf(contract.payments.filter((payment) => !isAdaptable(payment)));
  const { amountMinor, currency } = contract;
  const rows = scheduleRowsOf(form.value, { amountMinor: amountMinor - settled, currency });
  const outcome = rows.ok ? await setPaymentSchedule({ actor, code, rows: rows.value, now }) : rows;
  if (outcome.ok) return redirect(`/assignments/${code}/contract`);
  if (outcome.refusal.code === 'not-found') throw notFound();
  return refusalResponse({ ...outcome.refusal, submitted: form.value });
}

export default function ScheduleRoute() {
  const { words, code, contract, deliverables } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>()?.refusal ?? null;
  return (
    <MoreWords words={words}>
      <ScheduleScreen {...{ code, contract, deliverables, outcome }} />
    </MoreWords>
  );
}
