import { useEffect, useState, type ComponentType } from 'react';
import type { EditorProps } from '../../editor/DocumentEditor.tsx';
import { loadEditorWords, type Catalogue } from '../../i18n/catalogue.ts';
import { MoreWords, useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './document.module.css';
import { DocumentText } from './DocumentText.tsx';
import type { PageText } from './page-text.ts';

type Props = {
  text: PageText;
  /** Its `onShown` makes the page ready. */
  editor: EditorProps;
  /** The editor shows the whole text. */
  isReady: boolean;
};

/** The text in the live editor; until that has come and knows the text, the text to read. */
export function LiveText({ text, editor, isReady }: Props) {
  const t = useTranslate();
  const { editor: loaded, hasFailed } = useLazyEditor();
  return (
    <div className={styles.textColumn} data-live={isReady ? 'ready' : 'waiting'}>
      <noscript>
        <p className={styles.waiting}>
          {t('documents.editor.needs-scripts')} <ByBlocks documentId={editor.documentId} />
        </p>
      </noscript>
      {hasFailed && (
        <div className={styles.waiting}>
          <Notice tone="danger">{t('documents.editor.failed')}</Notice>
          <ByBlocks documentId={editor.documentId} />
        </div>
      )}
      {loaded === null ? (
        !hasFailed && (
          <p className={styles.waiting} role="status">
            {t('documents.editor.loading')}
          </p>
        )
      ) : (
        <MoreWords words={loaded.words}>
          <loaded.Editor {...editor} />
        </MoreWords>
      )}
      {!isReady && <DocumentText text={text} />}
    </div>
  );
}

/** The way to edit that needs neither scripts nor a live connection. */
function ByBlocks({ documentId }: { documentId: string }) {
  const t = useTranslate();
  return <a href={`/documents/${documentId}/blocks`}>{t('documents.editor.by-blocks')}</a>;
}

type LoadedEditor = { Editor: ComponentType<EditorProps>; words: Pick<Catalogue, 'editor'> };

/** The editor and its words are chunks of their own, which only this page asks for. */
function useLazyEditor() {
  const locale = useLocale();
  const [editor, setEditor] = useState<LoadedEditor | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let isGone = false;
    Promise.all([import('../../editor/DocumentEditor.tsx'), loadEditorWords(locale)]).then(
      ([{ DocumentEditor }, words]) => {
        if (!isGone) setEditor({ Editor: DocumentEditor, words });
      },
      () => setFailed(true),
    );
    return () => {
      isGone = true;
    };
  }, [locale]);
  return { editor, hasFailed };
}
