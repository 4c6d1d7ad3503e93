import { ContractScreen } from '../features/contract/ContractScreen.tsx';
import { signForm, termsOf } from '../features/contract/sign-form.server.ts';
import { calendarDateAt } from '../domain/shared/calendar-date.ts';
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
import { signContract } from '../use-cases/contract/sign-contract.server.ts';
import { assignmentFrame } from '../use-cases/register/assignment-frame.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const now = new Date();
  const code = params.code ?? '';
  const [frame, page] = await Promise.all([
    assignmentFrame({ actor, code, today: calendarDateAt(now) }),
    contractPage({ actor, code, now }),
  ]);
  if (frame === null || page === null) throw notFound();
  const { t, pageTitle, words } = await wordsWith(request, actor, ['contract']);
  return json({ frame, page, pageTitle: pageTitle(`${code} ${t('contract.title')}`), words });
}

export const meta = pageMeta;

/** Registers the signature. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const form = await parseForm(request, signForm);
  if (!form.ok) return refusalResponse(form.refusal);
  const terms = termsOf(form.value);
  const outcome = terms.ok
    ? await signContract({ actor, code: params.code ?? '', ...terms.value, now: new Date() })
    : terms;
  if (outcome.ok) return redirect(`/assignments/${outcome.value.code}/contract`);
  if (outcome.refusal.code === 'not-found') throw notFound();
  return refusalResponse({ ...outcome.refusal, submitted: form.value });
}

export default function ContractRoute() {
  const { words, frame, page } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>()?.refusal ?? null;
  return (
    <MoreWords words={words}>
      <ContractScreen frame={frame} page={page} outcome={outcome} />
    </MoreWords>
  );
}
