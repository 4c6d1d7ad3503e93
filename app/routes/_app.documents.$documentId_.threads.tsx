import { inLocale } from '../domain/shared/locale.ts';
import { commentOf } from '../features/review/comment-of.ts';
import { RefusedScreen } from '../features/review/RefusedScreen.tsx';
import { commentForm } from '../features/review/review-forms.server.ts';
import { useActionData, useLoaderData } from '../framework.ts';
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '../framework.server.ts';
import { formAnswer } from '../http/form-answer.server.ts';
import { parseForm } from '../http/form.server.ts';
import { localeFor } from '../http/preferences.server.ts';
import { notFound, refusalResponse } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { documentSummary } from '../use-cases/documents/document-summary.server.ts';
import { raiseComment } from '../use-cases/review/raise-comment.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const summary = await documentSummary(actor, params.documentId ?? '');
  if (summary === null) throw notFound();
  const organisation = actor.memberships[0]?.organisationName;
  return json({
    backTo: `/documents/${summary.id}`,
    organisation: organisation ? inLocale(organisation, localeFor(request, actor)) : '',
  });
}

/** A comment sent without scripts. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const documentId = params.documentId ?? '';
  const form = await parseForm(request, commentForm);
  if (!form.ok) return refusalResponse(form.refusal);
  const raised = await raiseComment({
    actor,
    documentId,
    type: form.value.type,
    ...commentOf(form.value),
    now: new Date(),
  });
  const place = raised.ok ? `#thread-${raised.value.number}` : '';
  return formAnswer(raised, { next: `/documents/${documentId}${place}`, submitted: form.value });
}

export const handle = { rail: 'narrow' };

export default function RefusedComment() {
  const { backTo, organisation } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>()?.refusal ?? null;
  return (
    <RefusedScreen outcome={outcome} backTo={backTo} form={{ kind: 'comment', organisation }} />
  );
}
