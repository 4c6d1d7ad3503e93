import { redirect, type ActionFunctionArgs } from '../framework.server.ts';
import { formAnswer } from '../http/form-answer.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { lockDocument } from '../use-cases/documents/lock-document.server.ts';

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const documentId = params.documentId ?? '';
  const outcome = await lockDocument({ actor, documentId, now: new Date() });
  return formAnswer(outcome, { next: `/documents/${documentId}`, submitted: {} });
}

/** It changes something, so following a link does not do it. */
export const loader = ({ params }: ActionFunctionArgs) =>
  redirect(`/documents/${params.documentId ?? ''}`);
