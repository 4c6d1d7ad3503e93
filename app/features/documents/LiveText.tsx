import { useCallback, useEffect, useState, type ComponentType } from 'react';
import type { EditorProps, SaveStatus } from '../../editor/DocumentEditor.tsx';
import { useTranslate } from '../../i18n/translate.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './document.module.css';
import { DocumentText } from './DocumentText.tsx';
import type { PageText } from './page-text.ts';

type Props = {
  text: PageText;
  editor: EditorProps;
  /** The editor holds the whole text, all of it saved. */
  isReady: boolean;
  onReady: () => void;
};

/** The text in the live editor; until that has come and knows the text, the text to read. */
export function LiveText({ text, editor, isReady, onReady }: Props) {
  const t = useTranslate();
  const { Editor, hasFailed } = useLazyEditor();
  const onStatus = useCallback(
    (status: SaveStatus) => {
      if (status.kind === 'saved') onReady();
    },
    [onReady],
  );
  return (
    <div className={styles.textColumn} data-live={isReady ? 'ready' : 'waiting'}>
      {hasFailed && <Notice tone="danger">{t('documents.editor.failed')}</Notice>}
      {Editor === null ? (
        !hasFailed && (
          <p className={styles.waiting} role="status">
            {t('documents.editor.loading')}
          </p>
        )
      ) : (
        <Editor {...editor} onStatus={onStatus} />
      )}
      {!isReady && <DocumentText text={text} />}
    </div>
  );
}

/** The editor is a chunk of its own, which only this page asks for. */
function useLazyEditor() {
  const [Editor, setEditor] = useState<ComponentType<EditorProps> | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let isGone = false;
    import('../../editor/DocumentEditor.tsx').then(
      ({ DocumentEditor }) => {
        if (!isGone) setEditor(() => DocumentEditor);
      },
      () => setFailed(true),
    );
    return () => {
      isGone = true;
    };
  }, []);
  return { Editor, hasFailed };
}
