import { freezeForm } from '../features/documents/freeze-form.server.ts';
import { VersionsScreen } from '../features/documents/VersionsScreen.tsx';
import { useActionData, useLoaderData } from '../framework.ts';
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '../framework.server.ts';
import { formAnswer } from '../http/form-answer.server.ts';
import { parseForm } from '../http/form.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { notFound, refusalResponse } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { versionsPage } from '../use-cases/documents/document-versions.server.ts';
import { freezeVersion } from '../use-cases/documents/freeze-version.server.ts';

/** The frozen versions of a text, and the one that `?no=` names. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const { t, pageTitle, words } = await wordsWith(request, actor, ['text-pages']);
  const asked = new URL(request.url).searchParams.get('no');
  const no = asked === null ? null : Number(asked);
  const found = await versionsPage({ actor, documentId: params.documentId ?? '', no, t });
  if (!found.ok) throw notFound();
  const name = `${t('documents.versions')} · ${found.value.document.title}`;
  return json({ ...found.value, pageTitle: pageTitle(name), words });
}

export const meta = pageMeta;

export const handle = { rail: 'narrow' };

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const form = await parseForm(request, freezeForm);
  if (!form.ok) return refusalResponse(form.refusal);
  const documentId = params.documentId ?? '';
  const { reason } = form.value;
  const outcome = await freezeVersion({ actor, documentId, reason, now: new Date() });
  const no = outcome.ok ? outcome.value.no : 0;
  return formAnswer(outcome, {
    next: `/documents/${documentId}/versions?no=${no}`,
    submitted: { reason },
  });
}

export default function VersionsRoute() {
  const { words, ...page } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal.code ?? null;
  return (
    <MoreWords words={words}>
      <VersionsScreen {...page} refusal={refusal} />
    </MoreWords>
  );
}
