import { AttributionScreen } from '../features/documents/AttributionScreen.tsx';
import { useLoaderData } from '../framework.ts';
import { json, type LoaderFunctionArgs } from '../framework.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { pageMeta } from '../http/page-meta.ts';
import { notFound } from '../http/refusal-response.server.ts';
import { refusalStatus } from '../http/refusal-status.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { attributePassage } from '../use-cases/documents/document-attribution.server.ts';
import { documentSummary } from '../use-cases/documents/document-summary.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const document = await documentSummary(actor, params.documentId ?? '');
  if (document === null) throw notFound();
  const { t, pageTitle, words } = await wordsWith(request, actor, ['text-pages']);
  const quote = new URL(request.url).searchParams.get('quote');
  const anchor = { quote: quote ?? '', prefix: '', suffix: '' };
  const answer =
    quote === null ? null : await attributePassage({ actor, documentId: document.id, anchor });
  const refusal = answer?.ok === false ? answer.refusal.code : null;
  return json(
    {
      document: { id: document.id, title: document.title },
      quote,
      segments: answer?.ok === true ? answer.value.segments : [],
      refusal,
      pageTitle: pageTitle(t('documents.attribution')),
      words,
    },
    { status: refusal === null ? 200 : refusalStatus(refusal) },
  );
}

export const meta = pageMeta;

export const handle = { rail: 'narrow' };

export default function AttributionRoute() {
  const { words, ...page } = useLoaderData<typeof loader>();
  return (
    <MoreWords words={words}>
      <AttributionScreen {...page} />
    </MoreWords>
  );
}
