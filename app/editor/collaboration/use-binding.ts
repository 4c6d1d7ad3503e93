import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import { bindEditor, type BoundEditor, type PresentPerson } from './binding.ts';
import type { Connection } from './connect.ts';
import type { EditorErrors } from './editor-errors.ts';

type Place = {
  editor: LexicalEditor;
  errors: EditorErrors;
  /** Element inside the positioned box, in which the carets of the others are drawn. */
  cursors: HTMLElement | null;
};

/** Ties the editor to the document as long as both stand; null until the box is on the page. */
export function useBinding(
  connection: Connection,
  person: PresentPerson,
  { editor, errors, cursors }: Place,
): BoundEditor | null {
  const [bound, setBound] = useState<BoundEditor | null>(null);
  const { name, color } = person;
  useEffect(() => {
    if (cursors === null) return;
    const opened = bindEditor(editor, connection, { name, color });
    opened.binding.cursorsContainer = cursors;
    const stopHealing = errors.onLostTrack(opened.heal);
    const resized = new ResizeObserver(opened.redrawCursors);
    resized.observe(cursors);
    setBound(opened);
    return () => {
      setBound(null);
      resized.disconnect();
      stopHealing();
      opened.unbind();
    };
  }, [connection, editor, errors, cursors, name, color]);
  return bound;
}
