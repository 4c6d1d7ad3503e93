import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import type { Doc, Transaction } from 'yjs';
import { bindEditor, type BoundEditor, type PresentPerson } from './binding.ts';
import type { Connection } from './connect.ts';
import type { EditorErrors } from './editor-errors.ts';
import { bringsForeignContent, holdsForeignContent } from './foreign-content.ts';
import { watchProjection } from './projection.ts';

type Place = {
  editor: LexicalEditor;
  errors: EditorErrors;
  /** Element inside the positioned box, in which the carets of the others are drawn. */
  cursors: HTMLElement | null;
};

/** Ties the editor to the document as long as both stand; null until the text is there. */
export function useBinding(
  connection: Connection,
  person: PresentPerson,
  { editor, errors, cursors }: Place,
): BoundEditor | null {
  const [bound, setBound] = useState<BoundEditor | null>(null);
  const { name, color } = person;
  useEffect(() => {
    if (cursors === null) return;
    const { doc, saving, lost } = connection;
    let stops: (() => void)[] = [];
    const stop = () => {
      stops.forEach((each) => each());
      stops = [];
      setBound(null);
    };
    const stopWaiting = connection.whenSynced(() => {
      if (holdsForeignContent(doc)) {
        saving.stop('foreign');
        return;
      }
      const opened = bindEditor(editor, connection, { name, color });
      opened.binding.cursorsContainer = cursors;
      const resized = new ResizeObserver(opened.redrawCursors);
      resized.observe(cursors);
      const { heal } = opened;
      stops = [
        () => resized.disconnect(),
        errors.onLostTrack(heal),
        watchProjection({ doc, editor, heal, onGap: (words) => lost.add(words) }),
        // What was shown stays on the screen, and cannot be changed any more.
        onForeignContent(doc, () => {
          saving.stop('foreign');
          stop();
        }),
        opened.unbind,
      ];
      setBound(opened);
    });
    return () => {
      stopWaiting();
      stop();
    };
  }, [connection, editor, errors, cursors, name, color]);
  return bound;
}

/** @param act called before the editor sees the change. */
function onForeignContent(doc: Doc, act: () => void): () => void {
  const look = (transaction: Transaction) => {
    if (!transaction.local && bringsForeignContent(transaction)) act();
  };
  doc.on('beforeObserverCalls', look);
  return () => doc.off('beforeObserverCalls', look);
}
