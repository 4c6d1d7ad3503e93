import {
  COMMAND_PRIORITY_NORMAL,
  INDENT_CONTENT_COMMAND,
  KEY_DOWN_COMMAND,
  OUTDENT_CONTENT_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { OPEN_DIALOG_COMMAND, REQUEST_COMMENT_COMMAND } from '../commands.ts';

/**
 * Keys beside Lexical's own (Ctrl+B, I, U, Z): Ctrl+] and Ctrl+[ indent, Ctrl+Alt+M comments,
 * Ctrl+K links, Alt+F10 goes to the toolbar. Tab is left alone, so that it leaves the text.
 */
export function registerKeyboardShortcuts(
  editor: LexicalEditor,
  focusToolbar: () => void,
): () => void {
  return editor.registerCommand(
    KEY_DOWN_COMMAND,
    (event) => {
      if (event.isComposing || event.keyCode === KEY_CODE_WHILE_COMPOSING) return false;
      const act = actionFor(event, editor, focusToolbar);
      if (act === null) return false;
      event.preventDefault();
      act();
      return true;
    },
    COMMAND_PRIORITY_NORMAL,
  );
}

function actionFor(
  event: KeyboardEvent,
  editor: LexicalEditor,
  focusToolbar: () => void,
): (() => unknown) | null {
  if (event.altKey && event.key === 'F10') return focusToolbar;
  if (!event.ctrlKey && !event.metaKey) return null;
  // Codes, not characters: other layouts put other characters on these keys.
  if (event.altKey) {
    return event.code === 'KeyM'
      ? () => editor.dispatchCommand(REQUEST_COMMENT_COMMAND, undefined)
      : null;
  }
  if (event.shiftKey) return null;
  switch (event.code) {
    case 'BracketRight':
      return () => editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined);
    case 'BracketLeft':
      return () => editor.dispatchCommand(OUTDENT_CONTENT_COMMAND, undefined);
    case 'KeyK':
      return () => editor.dispatchCommand(OPEN_DIALOG_COMMAND, { kind: 'link' });
    default:
      return null;
  }
}

/** What browsers report for every key while an input method composes. */
const KEY_CODE_WHILE_COMPOSING = 229;
