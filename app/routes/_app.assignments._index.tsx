import { parseAmount } from '../domain/contract/money.ts';
import { readRegisterQuery, registerSearch } from '../domain/register/register-query.ts';
import {
  registerForm,
  selectionOf,
  type RowForm,
} from '../features/register/register-forms.server.ts';
import { RegisterScreen } from '../features/register/RegisterScreen.tsx';
import { useActionData, useLoaderData } from '../framework.ts';
import {
  json,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '../framework.server.ts';
import type { Person } from '../domain/people/person.ts';
import { parseForm } from '../http/form.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { notFound, refusalResponse } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { mayImport } from '../use-cases/exchange/may-import.server.ts';
import { changeSelected } from '../use-cases/register/change-selected.server.ts';
import { correctAssignmentFacts } from '../use-cases/register/correct-assignment-facts.server.ts';
import { registerPage } from '../use-cases/register/register-page.server.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requirePerson(request, context);
  const { searchParams } = new URL(request.url);
  const { locale, t, pageTitle, words } = await wordsWith(request, actor, ['board', 'portfolio']);
  const page = await registerPage({
    actor,
    locale,
    now: new Date(),
    ...readRegisterQuery(searchParams),
  });
  const changed = searchParams.get('changed') ?? '';
  return json({
    page,
    mayImport: mayImport(actor),
    editing: searchParams.get('edit'),
    changed: /^\d{1,4}$/.test(changed) ? Number(changed) : null,
    pageTitle: pageTitle(t('portfolio.table.title')),
    words,
  });
}

export const meta = pageMeta;

/** Two forms stand on the page: the row that is open, and what is done with the ticked rows. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const { query } = readRegisterQuery(new URL(request.url).searchParams);
  const back = registerSearch(query);
  const form = await parseForm(request, registerForm);
  if (!form.ok) return refusalResponse(form.refusal);
  return form.value.intent === 'bulk'
    ? await changeRows(actor, selectionOf(form.value), back)
    : await editRow(actor, form.value, back);
}

async function changeRows(actor: Person, selection: ReturnType<typeof selectionOf>, back: string) {
  const { codes, change, submitted } = selection;
  const outcome = await changeSelected({ actor, codes, change, now: new Date() });
  if (!outcome.ok) {
    const { code, rows } = outcome.refusal;
    return refusalResponse({ code, fields: rows, submitted });
  }
  return redirect(`/assignments${back === '' ? '?' : `${back}&`}changed=${outcome.value.changed}`);
}

async function editRow(actor: Person, row: RowForm, back: string) {
  const { code, titleZh, titleEn, componentId, planned, currency } = row;
  const amount = planned === '' ? null : parseAmount(planned, currency);
  if (amount !== null && !amount.ok) {
    const { refusal } = amount;
    return refusalResponse({ ...refusal, fields: { planned: refusal.code }, submitted: row });
  }
  const outcome = await correctAssignmentFacts({
    actor,
    code,
    titleZh,
    titleEn,
    componentId: componentId === '' ? null : componentId,
    planned: amount === null ? null : { amountMinor: amount.value, currency },
    now: new Date(),
  });
  if (outcome.ok) return redirect(`/assignments${back}`);
  if (outcome.refusal.code === 'not-found') throw notFound();
  return refusalResponse({ ...outcome.refusal, submitted: row });
}

export default function RegisterRoute() {
  const { words, ...shown } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>()?.refusal ?? null;
  return (
    <MoreWords words={words}>
      <RegisterScreen {...shown} outcome={outcome} />
    </MoreWords>
  );
}
