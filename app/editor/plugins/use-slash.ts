import {
  COMMAND_PRIORITY_HIGH,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  type LexicalCommand,
  type LexicalEditor,
} from 'lexical';
import { useCallback, useEffect, useRef, useState } from 'react';
import { $slashBeforeCaret, type SlashPlace } from './slash-place.ts';

/**
 * The `/` that asks for the menu now, or null. A dismissed one stays dismissed until the caret has
 * left it. While an input method composes there is no menu: its keys belong to the method.
 */
export function useSlashPlace(editor: LexicalEditor): {
  place: SlashPlace | null;
  dismiss(): void;
} {
  const [place, setPlace] = useState<SlashPlace | null>(null);
  const dismissed = useRef(false);
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const found = editor.isComposing() ? null : editorState.read($slashBeforeCaret);
        if (found === null) dismissed.current = false;
        const now = dismissed.current ? null : found;
        setPlace((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
      }),
    [editor],
  );
  const dismiss = useCallback(() => {
    dismissed.current = true;
    setPlace(null);
  }, []);
  return { place, dismiss };
}

type SlashKeys = { move(step: 1 | -1): void; take(): void; dismiss(): void };

/** While the menu is open its keys belong to it; else they belong to the text. */
export function useSlashKeys(
  editor: LexicalEditor,
  menu: 'open' | 'closed',
  keys: SlashKeys,
): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (menu === 'closed') return;
    const handler = (act: () => void) => (event: KeyboardEvent | null) => {
      if (event?.shiftKey) return false;
      event?.preventDefault();
      act();
      return true;
    };
    const on = (command: LexicalCommand<KeyboardEvent>, act: () => void) =>
      editor.registerCommand(command, handler(act), COMMAND_PRIORITY_HIGH);
    return mergeRegister(
      on(KEY_ARROW_DOWN_COMMAND, () => latest.current.move(1)),
      on(KEY_ARROW_UP_COMMAND, () => latest.current.move(-1)),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        handler(() => latest.current.take()),
        COMMAND_PRIORITY_HIGH,
      ),
      on(KEY_TAB_COMMAND, () => latest.current.take()),
      on(KEY_ESCAPE_COMMAND, () => latest.current.dismiss()),
    );
  }, [editor, menu]);
}
