import { $getNodeByKey, $insertNodes, type LexicalEditor, type NodeKey } from 'lexical';
import { useState } from 'react';
import { useTranslate } from '#app/i18n/translate.tsx';
import { $createFootnoteNode, $isFootnoteNode } from '../nodes/footnote-node.ts';
import { EditorDialog } from './EditorDialog.tsx';

/** @param noteKey the footnote to change, or null for a new one at the caret. */
type Props = { editor: LexicalEditor; noteKey: NodeKey | null; onClose(): void };

/** Writes a new footnote at the caret, or changes or removes one. */
export function FootnoteDialog({ editor, noteKey, onClose }: Props) {
  const t = useTranslate();
  const [text, setText] = useState(() => textOf(editor, noteKey));

  function save(): void {
    const written = text.trim();
    if (written === '') return;
    editor.update(() => {
      const note = noteKey === null ? null : $getNodeByKey(noteKey);
      if ($isFootnoteNode(note)) note.setText(written);
      else $insertNodes([$createFootnoteNode(written)]);
    });
    onClose();
  }

  function remove(): void {
    editor.update(() => {
      const note = noteKey === null ? null : $getNodeByKey(noteKey);
      note?.remove();
    });
    onClose();
  }

  return (
    <EditorDialog
      title={t(noteKey === null ? 'editor.footnote.new' : 'editor.footnote.change')}
      action={t('editor.dialog.apply')}
      extra={
        noteKey === null ? null : (
          <button type="button" onClick={remove}>
            {t('editor.footnote.remove')}
          </button>
        )
      }
      onSubmit={save}
      onClose={onClose}
    >
      <label>
        {t('editor.footnote.text')}
        <textarea
          rows={4}
          required
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
    </EditorDialog>
  );
}

function textOf(editor: LexicalEditor, key: NodeKey | null): string {
  return editor.getEditorState().read(() => {
    const note = key === null ? null : $getNodeByKey(key);
    return $isFootnoteNode(note) ? note.getText() : '';
  });
}
