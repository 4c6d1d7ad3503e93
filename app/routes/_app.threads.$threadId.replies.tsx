import { RefusedScreen } from '../features/review/RefusedScreen.tsx';
import { replyForm } from '../features/review/review-forms.server.ts';
import { useActionData } from '../framework.ts';
import type { ActionFunctionArgs } from '../framework.server.ts';
import { formAnswer } from '../http/form-answer.server.ts';
import { parseForm } from '../http/form.server.ts';
import { refusalResponse } from '../http/refusal-response.server.ts';
import { sameSitePath } from '../http/same-site-path.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { replyToThread } from '../use-cases/review/reply-to-thread.server.ts';

/** A reply sent without scripts. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const form = await parseForm(request, replyForm);
  if (!form.ok) return refusalResponse(form.refusal);
  const { body, back } = form.value;
  const threadId = params.threadId ?? '';
  const replied = await replyToThread({ actor, threadId, body, now: new Date() });
  const next = back || (replied.ok ? `/documents/${replied.value.documentId}` : '/');
  return formAnswer(replied, { next, submitted: form.value });
}

export default function RefusedReply() {
  const outcome = useActionData<typeof action>()?.refusal ?? null;
  const backTo = sameSitePath(outcome?.submitted.back ?? null);
  return <RefusedScreen outcome={outcome} backTo={backTo} form={{ kind: 'reply' }} />;
}
