import { RefusedScreen } from '../features/review/RefusedScreen.tsx';
import { actForm } from '../features/review/review-forms.server.ts';
import { useActionData } from '../framework.ts';
import type { ActionFunctionArgs } from '../framework.server.ts';
import { formAnswer } from '../http/form-answer.server.ts';
import { parseForm } from '../http/form.server.ts';
import { refusalResponse } from '../http/refusal-response.server.ts';
import { sameSitePath } from '../http/same-site-path.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { closeThread } from '../use-cases/review/close-thread.server.ts';

/** Closes a comment without scripts. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const form = await parseForm(request, actForm);
  if (!form.ok) return refusalResponse(form.refusal);
  const outcome = await closeThread({ actor, threadId: params.threadId ?? '', now: new Date() });
  const next = form.value.back || (outcome.ok ? `/documents/${outcome.value.documentId}` : '/');
  return formAnswer(outcome, { next, submitted: form.value });
}

export default function RefusedClosure() {
  const outcome = useActionData<typeof action>()?.refusal ?? null;
  const backTo = sameSitePath(outcome?.submitted.back ?? null);
  return <RefusedScreen outcome={outcome} backTo={backTo} form={{ kind: 'act' }} />;
}
