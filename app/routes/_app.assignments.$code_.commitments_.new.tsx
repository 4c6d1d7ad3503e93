import { commitmentForm } from '../features/contract/commitment-forms.server.ts';
import { CommitmentFormScreen } from '../features/contract/CommitmentFormScreen.tsx';
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
import { recordCommitment } from '../use-cases/contract/record-commitment.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const code = params.code ?? '';
  const sheet = await commitmentSheet({ actor, code });
  if (sheet === null || !sheet.mayEdit) throw notFound();
  const { t, pageTitle, words } = await wordsWith(request, actor, ['contract']);
  const title = `${code} ${t('contract.commitment.new')}`;
  return json({ code, proposals: sheet.proposals, pageTitle: pageTitle(title), words });
}

export const meta = pageMeta;

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const code = params.code ?? '';
  const form = await parseForm(request, commitmentForm);
  if (!form.ok) return refusalResponse(form.refusal);
  const { textZh, textEn, dueOn, documentVersionId, ...given } = form.value;
  const outcome = await recordCommitment({
    actor,
    code,
    ...given,
    text: { zh: textZh, en: textEn },
    dueOn: dueOn === '' ? null : dueOn,
    documentVersionId: documentVersionId === '' ? null : documentVersionId,
    now: new Date(),
  });
  if (outcome.ok) return redirect(`/assignments/${code}/commitments`);
  if (outcome.refusal.code === 'not-found') throw notFound();
  return refusalResponse({ ...outcome.refusal, submitted: form.value });
}

export default function NewCommitmentRoute() {
  const { words, code, proposals } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>()?.refusal ?? null;
  return (
    <MoreWords words={words}>
      <CommitmentFormScreen {...{ code, proposals, outcome }} />
    </MoreWords>
  );
}
