import { BlocksScreen } from '../features/documents/BlocksScreen.tsx';
import { useLoaderData } from '../framework.ts';
import { json, redirect, type LoaderFunctionArgs } from '../framework.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { pageMeta } from '../http/page-meta.ts';
import { notFound } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { documentBlocks } from '../use-cases/documents/document-blocks.server.ts';

/** The text block by block, for networks that let no live connection through. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const documentId = params.documentId ?? '';
  const found = await documentBlocks(actor, documentId);
  if (!found.ok) {
    if (found.refusal.code === 'not-found') throw notFound();
    throw redirect(`/documents/${documentId}`);
  }
  const { title, blocks } = found.value;
  const savedId = new URL(request.url).searchParams.get('saved');
  const { t, pageTitle, words } = await wordsWith(request, actor, ['text-pages']);
  const name = `${t('text-pages.blocks.title')} · ${title}`;
  return json({ documentId, title, blocks, savedId, pageTitle: pageTitle(name), words });
}

export const handle = { rail: 'narrow' };

export const meta = pageMeta;

export default function BlocksRoute() {
  const { words, ...page } = useLoaderData<typeof loader>();
  return (
    <MoreWords words={words}>
      <BlocksScreen {...page} />
    </MoreWords>
  );
}
