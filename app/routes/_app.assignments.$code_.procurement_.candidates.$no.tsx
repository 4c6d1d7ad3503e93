import { parseAmount } from '../domain/contract/money.ts';
import type { Person } from '../domain/people/person.ts';
import type { Refusal } from '../domain/shared/refusal-code.ts';
import { refused, type Result } from '../domain/shared/result.ts';
import {
  candidateForm,
  fieldsWith,
  textsOf,
  type CandidateSent,
} from '../features/procurement/procurement-form.server.ts';
import { CandidateScreen } from '../features/procurement/CandidateScreen.tsx';
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
import { candidatePage } from '../use-cases/procurement/candidate-page.server.ts';
import type { CandidatePage } from '../use-cases/procurement/procurement-views.ts';
import { declareConflict } from '../use-cases/procurement/declare-conflict.server.ts';
import { enterPrice } from '../use-cases/procurement/enter-price.server.ts';
import {
  scoreCandidate,
  type GivenScore,
} from '../use-cases/procurement/score-candidate.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const page = await shownPage(actor, params);
  const { t, pageTitle, words } = await wordsWith(request, actor, ['procurement']);
  const name = `${page.frame.code} ${t('procurement.candidate')} ${page.candidate.no}`;
  return json({ page, pageTitle: pageTitle(name), words });
}

export const meta = pageMeta;

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const page = await shownPage(actor, params);
  const form = await parseForm(request, candidateForm);
  if (!form.ok) return refusalResponse(form.refusal);
  const { code } = page.frame;
  const outcome = await doAct(form.value, { actor, page, now: new Date() });
  if (outcome.ok) {
    return redirect(`/assignments/${code}/procurement/candidates/${page.candidate.no}`);
  }
  return refusalResponse({ ...outcome.refusal, submitted: textsOf(form.value) });
}

async function shownPage(actor: Person, params: { code?: string; no?: string }) {
  const no = /^\d{1,6}$/.test(params.no ?? '') ? Number(params.no) : 0;
  const page = await candidatePage({ actor, code: params.code ?? '', no, now: new Date() });
  if (page === null) throw notFound();
  return page;
}

type Context = { actor: Person; page: CandidatePage; now: Date };

async function doAct(
  form: CandidateSent,
  { actor, page, now }: Context,
): Promise<Result<unknown, Refusal>> {
  const context = { actor, code: page.frame.code, candidateId: page.candidate.id, now };
  switch (form.act) {
    case 'declare':
      return await declareConflict({ ...context, ...form });
    case 'score': {
      const scores = scoresIn(form, page.criteria);
      if (scores === null) return refused({ code: 'score.range' });
      return await scoreCandidate({ ...context, scores, note: form.note });
    }
    case 'price': {
      const amount = parseAmount(form.amount, form.currency);
      if (!amount.ok) return amount;
      return await enterPrice({ ...context, ...form, amountMinor: amount.value });
    }
  }
}

/** Points as typed, with at most two decimals; null when one of them is no number. */
function scoresIn(form: CandidateSent, criteria: CandidatePage['criteria']): GivenScore[] | null {
  const typed = fieldsWith(form, 'score-').filter(({ value }) => value.trim() !== '');
  const scores = typed.map(({ name, value }) => {
    const isMandatory = criteria.some(({ id, kind }) => id === name && kind === 'MANDATORY');
    return { criterionId: name, hundredths: isMandatory ? Number(value) : hundredthsOf(value) };
  });
  return scores.some(({ hundredths }) => Number.isNaN(hundredths)) ? null : scores;
}

/** `12.5` is 1250; NaN for what is no number of points. */
function hundredthsOf(written: string): number {
  const parts = /^(\d{1,3})(?:[.](\d{1,2}))?$/.exec(written.normalize('NFKC').trim());
  if (parts === null) return Number.NaN;
  const [, whole = '', decimals = ''] = parts;
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
}

export default function CandidateRoute() {
  const { page, words } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>()?.refusal ?? null;
  return (
    <MoreWords words={words}>
      <CandidateScreen page={page} outcome={outcome} />
    </MoreWords>
  );
}
