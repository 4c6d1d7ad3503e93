import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import { bindEditor, type BoundEditor, type PresentPerson } from './binding.ts';
import type { Connection } from './connect.ts';
import type { EditorErrors } from './editor-errors.ts';
import { holdsForeignContent } from './foreign-content.ts';
import { watchProjection } from './projection.ts';

type Place = {
  editor: LexicalEditor;
  errors: EditorErrors;
  /** Element inside the positioned box, in which the carets of the others are drawn. */
  cursors: HTMLElement | null;
  /** Told when the screen had to be drawn anew; the words stood there and nowhere else. */
  onGap(words: string[]): void;
};

/** Ties the editor to the document as long as both stand; null until the text is there. */
export function useBinding(
  connection: Connection,
  person: PresentPerson,
  { editor, errors, cursors, onGap }: Place,
): BoundEditor | null {
  const [bound, setBound] = useState<BoundEditor | null>(null);
  const { name, color } = person;
  useEffect(() => {
    if (cursors === null) return;
    let opened: BoundEditor | null = null;
    const stops: (() => void)[] = [];
    const stopWaiting = connection.whenSynced(() => {
      if (holdsForeignContent(connection.doc)) {
        connection.saving.stop('foreign');
        return;
      }
      opened = bindEditor(editor, connection, { name, color });
      opened.binding.cursorsContainer = cursors;
      const resized = new ResizeObserver(opened.redrawCursors);
      resized.observe(cursors);
      const { heal } = opened;
      stops.push(
        () => resized.disconnect(),
        errors.onLostTrack(heal),
        watchProjection({ doc: connection.doc, editor, heal, onGap }),
      );
      setBound(opened);
    });
    return () => {
      setBound(null);
      stopWaiting();
      stops.forEach((stop) => stop());
      opened?.unbind();
    };
  }, [connection, editor, errors, cursors, name, color, onGap]);
  return bound;
}
