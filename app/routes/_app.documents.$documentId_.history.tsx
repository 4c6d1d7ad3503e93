import { HistoryScreen } from '../features/documents/HistoryScreen.tsx';
import { useLoaderData } from '../framework.ts';
import { json, redirect, type LoaderFunctionArgs } from '../framework.server.ts';
import { momentOf } from '../http/moment.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { pageMeta } from '../http/page-meta.ts';
import { notFound } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { pastDocument } from '../use-cases/documents/past-document.server.ts';

/** The text as it was, replayed from the log. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const documentId = params.documentId ?? '';
  const { t, pageTitle, words } = await wordsWith(request, actor, ['text-pages']);
  const asked = momentOf(new URL(request.url).searchParams);
  const moment = asked === 'malformed' ? null : asked;
  const found = await pastDocument({ actor, documentId, moment, t });
  if (!found.ok) {
    if (found.refusal.code === 'not-found') throw notFound();
    throw redirect(`/documents/${documentId}`);
  }
  const name = `${t('documents.history')} · ${found.value.document.title}`;
  const refusal = asked === 'malformed' ? ('form.invalid' as const) : null;
  return json(
    { ...found.value, isAsked: moment !== null, refusal, pageTitle: pageTitle(name), words },
    { status: refusal === null ? 200 : 422 },
  );
}

export const meta = pageMeta;

export const handle = { rail: 'narrow' };

export default function HistoryRoute() {
  const { words, ...page } = useLoaderData<typeof loader>();
  return (
    <MoreWords words={words}>
      <HistoryScreen {...page} />
    </MoreWords>
  );
}
