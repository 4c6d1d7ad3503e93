import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { $getRoot, type LexicalEditor } from 'lexical';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useLocale, useTranslate } from '#app/i18n/translate.tsx';
import { ConnectionBadge } from './collaboration/ConnectionBadge.tsx';
import type { Connection } from './collaboration/connect.ts';
import type { EditorErrors } from './collaboration/editor-errors.ts';
import { LostWordsNotice } from './collaboration/LostWordsNotice.tsx';
import { PresenceList } from './collaboration/PresenceList.tsx';
import type { SaveStatus } from './collaboration/save-status.ts';
import { TroubleNotice } from './collaboration/TroubleNotice.tsx';
import { useBinding } from './collaboration/use-binding.ts';
import { useSaveStatus } from './collaboration/use-connection.ts';
import { CommentButton } from './comments/CommentButton.tsx';
import { CommentHighlights } from './comments/CommentHighlights.tsx';
import { Dialogs } from './dialogs/Dialogs.tsx';
import type { EditorProps } from './DocumentEditor.tsx';
import { EditorPlugins } from './EditorPlugins.tsx';
import { SlashMenu } from './plugins/SlashMenu.tsx';
import { FootnoteList } from './panels/FootnoteList.tsx';
import { Outline } from './panels/Outline.tsx';
import { StatusFooter } from './panels/StatusFooter.tsx';
import { BlockMarks } from './survey/BlockMarks.tsx';
import { useSurvey } from './survey/use-survey.ts';
import { Toolbar } from './toolbar/Toolbar.tsx';

type Props = EditorProps & { connection: Connection; errors: EditorErrors };

/** The open editor: toolbar, text, and what is computed from the text around it. */
export function EditorScreen(props: Props) {
  const { connection, person, errors, onShown, outlineContainer } = props;
  const [editor] = useLexicalComposerContext();
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const [cursors, setCursors] = useState<HTMLDivElement | null>(null);
  const toolbarRef = useRef<HTMLDivElement>(null);
  const bound = useBinding(connection, person, { editor, errors, cursors });
  const survey = useSurvey(editor);
  const status = useSaveStatus(connection.saving);
  const isShown = bound !== null;
  useEffect(() => {
    if (isShown) onShown();
  }, [onShown, isShown]);
  const isEditable = isShown && mayWrite(status);
  useEffect(() => {
    // The element follows the editor only with the next drawing. A key that is pressed in between
    // would put a character on the screen that the editor does not take.
    const element = editor.getRootElement();
    if (element !== null) element.contentEditable = String(isEditable);
    editor.setEditable(isEditable);
  }, [editor, isEditable]);

  return (
    <div className="editor">
      <div className="editor-head">
        <fieldset role="presentation" className="editor-tools" disabled={!isEditable}>
          <Toolbar editor={editor} survey={survey} toolbarRef={toolbarRef} />
        </fieldset>
        <div className="editor-state">
          <ConnectionBadge status={status} />
          <PresenceList awareness={connection.provider.awareness} />
        </div>
      </div>
      <TroubleNotice
        status={status}
        connection={connection}
        textShown={() => textShown(editor)}
        blocksPath={`/documents/${props.documentId}/blocks`}
      />
      <LostWordsNotice lost={connection.lost} />
      <div className="editor-box" ref={setBox}>
        <TextField />
        <div className="editor-cursors" ref={setCursors} aria-hidden="true" />
        {bound !== null && (
          <CommentHighlights
            editor={editor}
            binding={bound.binding}
            threads={props.threads}
            activeThreadId={props.activeThreadId}
            onThreadSelected={props.onThreadSelected}
          />
        )}
        {box !== null && <SlashMenu editor={editor} box={box} />}
        {box !== null && (
          <CommentButton
            editor={editor}
            box={box}
            registerValues={props.registerValues}
            onCommentRequested={props.onCommentRequested}
          />
        )}
      </div>
      <FootnoteList editor={editor} footnotes={survey.footnotes} />
      <StatusFooter survey={survey} />
      <EditorPlugins toolbarRef={toolbarRef} />
      <BlockMarks editor={editor} survey={survey} registerValues={props.registerValues} />
      <Dialogs
        editor={editor}
        documentId={props.documentId}
        registerValues={props.registerValues}
      />
      {outlineContainer !== null &&
        createPortal(
          <Outline editor={editor} survey={survey} sections={props.sections} />,
          outlineContainer,
        )}
    </div>
  );
}

function TextField() {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <ContentEditable
      className="doc doc-body editor-text"
      ariaLabel={t('editor.label')}
      aria-placeholder={t('editor.placeholder')}
      placeholder={<p className="editor-placeholder">{t('editor.placeholder')}</p>}
      role="textbox"
      spellCheck
      lang={locale}
    />
  );
}

/** Offline, one writes on; where nothing will be taken, not. */
function mayWrite({ kind }: SaveStatus): boolean {
  return kind === 'saved' || kind === 'saving' || kind === 'offline' || kind === 'late';
}

function textShown(editor: LexicalEditor): string {
  return editor.getEditorState().read(() => $getRoot().getTextContent());
}
