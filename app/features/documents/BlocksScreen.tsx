import { useTranslate } from '../../i18n/translate.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import type { DocumentBlock } from '../../use-cases/documents/document-views.ts';
import styles from './blocks.module.css';

type Props = {
  documentId: string;
  title: string;
  blocks: readonly DocumentBlock[];
  /** The block that was just saved. */
  savedId: string | null;
};

/** Every block of a document with a way to edit it; needs neither scripts nor a live connection. */
export function BlocksScreen({ documentId, title, blocks, savedId }: Props) {
  const t = useTranslate();
  return (
    <>
      <RecordHeader
        crumbsLabel={t('shell.breadcrumb')}
        crumbs={[{ to: `/documents/${documentId}`, label: title }]}
        title={t('text-pages.blocks.title')}
        summary={t('text-pages.blocks.lead')}
        actions={<ButtonLink to={`/documents/${documentId}`}>{t('documents.read')}</ButtonLink>}
      />
      <ol className={styles.blocks}>
        {blocks.map(({ id, kind, text }) => (
          <li key={id} id={`block-${id}`} data-kind={kind}>
            <p>{text.trim() === '' ? t('text-pages.blocks.empty') : text}</p>
            <a
              href={`/documents/${documentId}/blocks/${encodeURIComponent(id)}`}
              aria-label={t('text-pages.blocks.edit.of', { words: beginning(text) })}
            >
              {t('text-pages.blocks.edit')}
            </a>
            {id === savedId && <Notice tone="info">{t('text-pages.blocks.saved')}</Notice>}
          </li>
        ))}
      </ol>
    </>
  );
}

/** As much of a text as names it. */
function beginning(text: string): string {
  const characters = [...text.trim()];
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : characters.join('');
}
