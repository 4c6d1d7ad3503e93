import {
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  OUTDENT_CONTENT_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { useEffect, type KeyboardEvent, type RefObject } from 'react';
import { useTranslate } from '#app/i18n/translate.tsx';
import { runInsertAction } from '../insert-actions.ts';
import type { Survey } from '../survey/survey-document.ts';
import './toolbar.css';
import { BlockControls } from './BlockControls.tsx';
import { GuidanceButton } from './GuidanceButton.tsx';
import { keepOneTabStop, moveToolbarFocus } from './roving-focus.ts';
import { TableMenu } from './TableMenu.tsx';
import { ToolbarButton } from './ToolbarButton.tsx';
import { ToolbarIcon } from './ToolbarIcon.tsx';
import { TEXT_FORMATS, useHistoryState, useToolbarState } from './use-toolbar-state.ts';

type Props = {
  editor: LexicalEditor;
  survey: Survey;
  toolbarRef: RefObject<HTMLDivElement>;
};

/** Everything that can be done to the text. One Tab stop; Alt+F10 comes here, Esc goes back. */
export function Toolbar({ editor, survey, toolbarRef }: Props) {
  const t = useTranslate();
  const state = useToolbarState(editor);
  useEffect(() => {
    if (toolbarRef.current !== null) keepOneTabStop(toolbarRef.current);
  });

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      editor.focus();
    } else moveToolbarFocus(event);
  }

  return (
    <div
      ref={toolbarRef}
      role="toolbar"
      tabIndex={-1}
      className="editor-toolbar"
      aria-label={t('editor.toolbar.label')}
      aria-orientation="horizontal"
      onKeyDown={onKeyDown}
      onFocus={(event) => keepOneTabStop(event.currentTarget)}
    >
      <HistoryButtons editor={editor} />
      <BlockControls editor={editor} state={state} />
      {TEXT_FORMATS.map((format) => (
        <ToolbarButton
          key={format}
          name={t(`editor.toolbar.${format}`)}
          {...(format in SHORTCUTS
            ? { shortcut: SHORTCUTS[format as keyof typeof SHORTCUTS] }
            : {})}
          pressed={state.formats.includes(format)}
          onPress={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, format)}
        >
          <span className={`editor-glyph-${format}`}>{FORMAT_GLYPHS[format]}</span>
        </ToolbarButton>
      ))}
      <IndentButtons editor={editor} />
      <InsertButtons editor={editor} />
      <TableMenu editor={editor} possible={state.tableActions} />
      <GuidanceButton editor={editor} survey={survey} atCaret={state.guidanceKey} />
    </div>
  );
}

function HistoryButtons({ editor }: { editor: LexicalEditor }) {
  const t = useTranslate();
  const { canUndo, canRedo } = useHistoryState(editor);
  return (
    <>
      <ToolbarButton
        name={t('editor.toolbar.undo')}
        shortcut="Ctrl+Z"
        disabled={!canUndo}
        onPress={() => editor.dispatchCommand(UNDO_COMMAND, undefined)}
      >
        <ToolbarIcon name="undo" />
      </ToolbarButton>
      <ToolbarButton
        name={t('editor.toolbar.redo')}
        shortcut="Ctrl+Y"
        disabled={!canRedo}
        onPress={() => editor.dispatchCommand(REDO_COMMAND, undefined)}
      >
        <ToolbarIcon name="redo" />
      </ToolbarButton>
    </>
  );
}

function IndentButtons({ editor }: { editor: LexicalEditor }) {
  const t = useTranslate();
  return (
    <>
      <ToolbarButton
        name={t('editor.toolbar.outdent')}
        shortcut="Ctrl+["
        onPress={() => editor.dispatchCommand(OUTDENT_CONTENT_COMMAND, undefined)}
      >
        <ToolbarIcon name="outdent" />
      </ToolbarButton>
      <ToolbarButton
        name={t('editor.toolbar.indent')}
        shortcut="Ctrl+]"
        onPress={() => editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined)}
      >
        <ToolbarIcon name="indent" />
      </ToolbarButton>
    </>
  );
}

function InsertButtons({ editor }: { editor: LexicalEditor }) {
  const t = useTranslate();
  return (
    <>
      {INSERTS.map((key) => (
        <ToolbarButton
          key={key}
          name={t(`editor.insert.${key}`)}
          onPress={() => runInsertAction(editor, key)}
        >
          <ToolbarIcon name={key} />
        </ToolbarButton>
      ))}
    </>
  );
}

const FORMAT_GLYPHS = {
  bold: 'B',
  italic: 'I',
  underline: 'U',
  strikethrough: 'S',
  superscript: 'x²',
  subscript: 'x₂',
} as const;
const SHORTCUTS = { bold: 'Ctrl+B', italic: 'Ctrl+I', underline: 'Ctrl+U' } as const;
const INSERTS = ['link', 'table', 'image', 'footnote', 'field', 'pageBreak'] as const;
