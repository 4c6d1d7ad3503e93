import { blockForm } from '../features/documents/block-form.server.ts';
import { BlockScreen } from '../features/documents/BlockScreen.tsx';
import { useActionData, useLoaderData } from '../framework.ts';
import {
  json,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '../framework.server.ts';
import { formAnswer } from '../http/form-answer.server.ts';
import { parseForm } from '../http/form.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { pageMeta } from '../http/page-meta.ts';
import { notFound, refusalResponse } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { refusalStatus } from '../http/refusal-status.ts';
import { wordsWith } from '../http/words.server.ts';
import { documentBlocks } from '../use-cases/documents/document-blocks.server.ts';
import { documentSummary } from '../use-cases/documents/document-summary.server.ts';
import { editBlock } from '../use-cases/documents/edit-block.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const documentId = params.documentId ?? '';
  const { t, pageTitle, words } = await wordsWith(request, actor, ['text-pages']);
  const [document, found] = await Promise.all([
    documentSummary(actor, documentId),
    documentBlocks(actor, documentId),
  ]);
  if (document === null) throw notFound();
  if (!found.ok && found.refusal.code === 'not-allowed') throw redirect(`/documents/${documentId}`);
  const { title } = document;
  const blocks = found.ok ? found.value.blocks : [];
  const present = blocks.find(({ id }) => id === params.blockId)?.text ?? null;
  const missing = found.ok ? 'block.gone' : found.refusal.code;
  const name = `${t('text-pages.blocks.one')} · ${title}`;
  // No bare 404: a form that was just refused still holds the author's words.
  return json(
    { documentId, title, present, missing, pageTitle: pageTitle(name), words },
    { status: present === null ? refusalStatus(missing) : 200 },
  );
}

/** One block, saved by a plain form. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const { documentId = '', blockId = '' } = params;
  const form = await parseForm(request, blockForm);
  if (!form.ok) return refusalResponse(form.refusal);
  const edited = await editBlock({ actor, documentId, blockId, ...form.value, now: new Date() });
  const place = encodeURIComponent(blockId);
  return formAnswer(edited, {
    next: `/documents/${documentId}/blocks?saved=${place}#block-${place}`,
    submitted: form.value,
  });
}

export const handle = { rail: 'narrow' };

export const meta = pageMeta;

export default function BlockRoute() {
  const refusal = useActionData<typeof action>()?.refusal ?? null;
  const { words, ...page } = useLoaderData<typeof loader>();
  return (
    <MoreWords words={words}>
      <BlockScreen {...page} refusal={refusal} />
    </MoreWords>
  );
}
