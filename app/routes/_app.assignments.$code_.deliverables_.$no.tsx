import {
  deliverableForm,
  type DeliverableForm,
} from '../features/deliverables/deliverable-form.server.ts';
import { DeliverableScreen } from '../features/deliverables/DeliverableScreen.tsx';
import type { Person } from '../domain/people/person.ts';
import { inLocale } from '../domain/shared/locale.ts';
import type { Refusal } from '../domain/shared/refusal-code.ts';
import type { Result } from '../domain/shared/result.ts';
import { useActionData, useLoaderData } from '../framework.ts';
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '../framework.server.ts';
import { formAnswer } from '../http/form-answer.server.ts';
import { parseForm } from '../http/form.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { notFound, refusalResponse } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { acceptDeliverable } from '../use-cases/register/accept-deliverable.server.ts';
import { decideMoreTime } from '../use-cases/register/decide-more-time.server.ts';
import { deliverablePage } from '../use-cases/register/deliverable-page.server.ts';
import { requestMoreTime } from '../use-cases/register/request-more-time.server.ts';
import { returnDeliverable } from '../use-cases/register/return-deliverable.server.ts';
import { setDueDate } from '../use-cases/register/set-due-date.server.ts';
import { submitDeliverable } from '../use-cases/register/submit-deliverable.server.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requirePerson(request, context);
  const [page, { locale, pageTitle, words }] = await Promise.all([
    deliverablePage({ actor, code: params.code ?? '', no: numberOf(params.no), now: new Date() }),
    wordsWith(request, actor, ['deliverables']),
  ]);
  if (page === null) throw notFound();
  const { frame, deliverable } = page;
  const name = `${frame.code} ${inLocale(deliverable.title, locale)}`;
  return json({ page, words, pageTitle: pageTitle(name) });
}

export const meta = pageMeta;

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const form = await parseForm(request, deliverableForm);
  if (!form.ok) return refusalResponse(form.refusal);
  const code = params.code ?? '';
  const no = numberOf(params.no);
  return formAnswer(await done(form.value, { actor, code, no, now: new Date() }), {
    next: `/assignments/${encodeURIComponent(code)}/deliverables/${String(no)}`,
    submitted: form.value,
  });
}

export default function DeliverableRoute() {
  const { page, words } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>()?.refusal ?? null;
  return (
    <MoreWords words={words}>
      <DeliverableScreen page={page} outcome={outcome} />
    </MoreWords>
  );
}

async function done(
  form: DeliverableForm,
  given: { actor: Person; code: string; no: number; now: Date },
): Promise<Result<unknown, Refusal>> {
  switch (form.act) {
    case 'submit':
      return await submitDeliverable({ ...given, ...form });
    case 'accept':
      return await acceptDeliverable(given);
    case 'return':
      return await returnDeliverable({ ...given, ...form });
    case 'ask-time':
      return await requestMoreTime({ ...given, ...form });
    case 'decide-time':
      return await decideMoreTime({ ...given, ...form });
    case 'set-date':
      return await setDueDate({ ...given, ...form });
  }
}

/** 0, which no deliverable has, for what is no number. */
function numberOf(param: string | undefined): number {
  return /^[1-9]\d{0,8}$/.test(param ?? '') ? Number(param) : 0;
}
