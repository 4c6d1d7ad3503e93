import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  type LexicalEditor,
} from 'lexical';
import { useEffect, useState } from 'react';
import { useTranslate } from '#app/i18n/translate.tsx';
import type { RegisterValues } from '#app/domain/documents/template.ts';
import type { QuoteAnchor } from '#app/domain/review/thread.ts';
import { REQUEST_COMMENT_COMMAND } from '../commands.ts';
import { $quoteOfSelection } from './quote-anchor.ts';

type Props = {
  editor: LexicalEditor;
  /** The positioned box that the button floats in. */
  box: HTMLElement;
  registerValues: RegisterValues;
  onCommentRequested(anchor: QuoteAnchor): void;
};

/** Floats at the end of a selection and asks for a comment on it; Ctrl+Alt+M does the same. */
export function CommentButton({ editor, box, registerValues, onCommentRequested }: Props) {
  const t = useTranslate();
  const place = useSelectionPlace(editor, box);
  useEffect(
    () =>
      editor.registerCommand(
        REQUEST_COMMENT_COMMAND,
        () => {
          const anchor = editor.getEditorState().read(() => $quoteOfSelection(registerValues));
          if (anchor !== null) onCommentRequested(anchor);
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    [editor, registerValues, onCommentRequested],
  );

  if (place === null) return null;
  return (
    <button
      type="button"
      className="editor-comment-button"
      style={place}
      title={COMMENT_SHORTCUT}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => editor.dispatchCommand(REQUEST_COMMENT_COMMAND, undefined)}
    >
      {t('editor.comment.add')}
    </button>
  );
}

type Place = { left: number; top: number };

function useSelectionPlace(editor: LexicalEditor, box: HTMLElement): Place | null {
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => {
    const follow = () => setPlace((before) => keepIfSame(before, placeOfSelection(editor, box)));
    // Only after the pointer is up: a button under a moving pointer would stop the selecting.
    const stop = editor.registerUpdateListener(follow);
    document.addEventListener('pointerup', follow);
    return () => {
      stop();
      document.removeEventListener('pointerup', follow);
    };
  }, [editor, box]);
  return place;
}

function placeOfSelection(editor: LexicalEditor, box: HTMLElement): Place | null {
  const hasWords = editor.getEditorState().read(() => {
    const selection = $getSelection();
    return (
      $isRangeSelection(selection) &&
      !selection.isCollapsed() &&
      selection.getTextContent().trim() !== ''
    );
  });
  const selected = window.getSelection();
  if (!hasWords || selected === null || selected.rangeCount === 0) return null;
  const rects = selected.getRangeAt(0).getClientRects();
  const last = rects[rects.length - 1];
  if (last === undefined) return null;
  const origin = box.getBoundingClientRect();
  return {
    left: Math.max(0, Math.min(last.right - origin.left, origin.width - BUTTON_SPACE)),
    top: last.bottom - origin.top + 4,
  };
}

function keepIfSame(before: Place | null, now: Place | null): Place | null {
  return before?.left === now?.left && before?.top === now?.top ? before : now;
}

const COMMENT_SHORTCUT = 'Ctrl+Alt+M';
const BUTTON_SPACE = 110;
