import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useMemo, useState } from 'react';
import type { RegisterValues } from '#app/domain/documents/template.ts';
import type { QuoteAnchor } from '#app/domain/review/thread.ts';
import { useTranslate } from '#app/i18n/translate.tsx';
import { collectEditorErrors } from './collaboration/editor-errors.ts';
import { SignInLink } from './collaboration/SignInLink.tsx';
import { useSitting, type Sitting } from './collaboration/use-connection.ts';
import type { EditorThread } from './comments/editor-thread.ts';
import './dialogs/dialogs.css';
import './document-text.css';
import './editor.css';
import { EditorScreen } from './EditorScreen.tsx';
import { EDITOR_NODES } from './nodes/editor-nodes.ts';
import { EDITOR_THEME } from './nodes/editor-theme.ts';
import type { EditorSection } from './panels/outline-entries.ts';

export type { EditorThread } from './comments/editor-thread.ts';

export type EditorProps = {
  documentId: string;
  /** POST here answers `{url, mode, clientId}`. */
  sessionPath: string;
  person: { id: string; name: string; color: string };
  registerValues: RegisterValues;
  sections: EditorSection[];
  threads: EditorThread[];
  activeThreadId: string | null;
  onThreadSelected(threadId: string): void;
  onCommentRequested(anchor: QuoteAnchor): void;
  /** The whole text is here, with what the author had not saved; until then the page shows it. */
  onShown(): void;
  /** Where the page wants the outline; null for nowhere. */
  outlineContainer: HTMLElement | null;
};

/** The live editor of a document. Load it lazily: it brings Lexical and Yjs with it. */
export function DocumentEditor(props: EditorProps) {
  const { sitting, retry } = useSitting(props.documentId, props.sessionPath);
  const [errors] = useState(collectEditorErrors);
  const initialConfig = useMemo(
    () => ({
      namespace: 'dagang',
      nodes: EDITOR_NODES,
      theme: EDITOR_THEME,
      // The content comes from the shared document alone.
      editorState: null,
      // Nobody writes before the text is there.
      editable: false,
      onError: errors.report,
    }),
    [errors],
  );
  if (sitting.state !== 'open') return <SittingNotice sitting={sitting} onRetry={retry} />;
  return (
    <LexicalComposer initialConfig={initialConfig}>
      <EditorScreen {...props} connection={sitting.connection} errors={errors} />
    </LexicalComposer>
  );
}

type NoticeProps = { sitting: Exclude<Sitting, { state: 'open' }>; onRetry(): void };

function SittingNotice({ sitting, onRetry }: NoticeProps) {
  const t = useTranslate();
  if (sitting.state === 'opening') {
    return (
      <p className="editor-notice" role="status">
        {t('editor.session.opening')}
      </p>
    );
  }
  return (
    <div className="editor-notice" role="alert">
      <p>{t(NOTICES[sitting.code])}</p>
      {sitting.code === 'SIGNED_OUT' && <SignInLink />}
      {sitting.code !== 'NOT_GRANTED' && sitting.code !== 'READ_ONLY' && (
        <button type="button" onClick={onRetry}>
          {t('editor.session.retry')}
        </button>
      )}
    </div>
  );
}

const NOTICES = {
  UNREACHABLE: 'editor.session.unreachable',
  SIGNED_OUT: 'editor.session.signed-out',
  NOT_GRANTED: 'editor.session.not-granted',
  READ_ONLY: 'editor.session.read-only',
} as const;
