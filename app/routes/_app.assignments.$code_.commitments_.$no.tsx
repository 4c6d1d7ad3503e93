import { checkForm } from '../features/contract/commitment-forms.server.ts';
import { CommitmentScreen } from '../features/contract/CommitmentScreen.tsx';
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
import { checkCommitment } from '../use-cases/contract/check-commitment.server.ts';
import { commitmentSheet } from '../use-cases/contract/commitment-sheet.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const code = params.code ?? '';
  const sheet = await commitmentSheet({ actor, code });
  const commitment = sheet?.commitments.find(({ no }) => String(no) === params.no);
  if (sheet === null || commitment === undefined) throw notFound();
  const { t, pageTitle, words } = await wordsWith(request, actor, ['contract']);
  const title = `${code} ${t('contract.commitment', { no: commitment.no })}`;
  return json({ sheet, commitment, pageTitle: pageTitle(title), words });
}

export const meta = pageMeta;

/** Records a check. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const code = params.code ?? '';
  const form = await parseForm(request, checkForm);
  if (!form.ok) return refusalResponse(form.refusal);
  const { documentVersionId, ...given } = form.value;
  const outcome = await checkCommitment({
    actor,
    code,
    commitmentNo: Number(params.no),
    ...given,
    documentVersionId: documentVersionId === '' ? null : documentVersionId,
    now: new Date(),
  });
  if (outcome.ok) return redirect(`/assignments/${code}/commitments`);
  if (outcome.refusal.code === 'not-found') throw notFound();
  return refusalResponse({ ...outcome.refusal, submitted: form.value });
}

export default function CommitmentRoute() {
  const { words, sheet, commitment } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>()?.refusal ?? null;
  return (
    <MoreWords words={words}>
      <CommitmentScreen {...{ sheet, commitment, outcome }} />
    </MoreWords>
  );
}
