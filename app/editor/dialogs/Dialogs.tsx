import { DRAG_DROP_PASTE } from '@lexical/rich-text';
import {
  $getNearestNodeFromDOMNode,
  COMMAND_PRIORITY_LOW,
  mergeRegister,
  type LexicalEditor,
} from 'lexical';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { RegisterValues } from '#app/domain/documents/template.ts';
import { OPEN_DIALOG_COMMAND, type DialogRequest } from '../commands.ts';
import { FieldDialog } from './FieldDialog.tsx';
import { FootnoteDialog } from './FootnoteDialog.tsx';
import { ImageDialog } from './ImageDialog.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { TableDialog } from './TableDialog.tsx';

type Props = { editor: LexicalEditor; documentId: string; registerValues: RegisterValues };

/** Opens the dialog that was asked for; afterwards the caret is back in the text. */
export function Dialogs({ editor, documentId, registerValues }: Props) {
  const [request, setRequest] = useState<DialogRequest | null>(null);
  useDialogRequests(editor, setRequest);
  const close = useCallback(() => setRequest(null), []);
  useReturnToText(editor, request);

  switch (request?.kind) {
    case undefined:
      return null;
    case 'link':
      return <LinkDialog editor={editor} onClose={close} />;
    case 'table':
      return <TableDialog editor={editor} onClose={close} />;
    case 'field':
      return <FieldDialog editor={editor} registerValues={registerValues} onClose={close} />;
    case 'footnote':
      return <FootnoteDialog editor={editor} noteKey={request.key} onClose={close} />;
    case 'image':
      return (
        <ImageDialog editor={editor} documentId={documentId} given={request.file} onClose={close} />
      );
  }
}

function useDialogRequests(editor: LexicalEditor, open: (request: DialogRequest) => void): void {
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const note = event.target instanceof Element ? event.target.closest('[data-footnote]') : null;
      if (note === null) return;
      const key = editor.read(() => $getNearestNodeFromDOMNode(note)?.getKey() ?? null);
      if (key !== null) open({ kind: 'footnote', key });
    };
    return mergeRegister(
      editor.registerCommand(
        OPEN_DIALOG_COMMAND,
        (request) => {
          open(request);
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        DRAG_DROP_PASTE,
        (files) => {
          const [file] = files;
          if (file !== undefined) open({ kind: 'image', file });
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerRootListener((root, previous) => {
        previous?.removeEventListener('click', onClick);
        root?.addEventListener('click', onClick);
      }),
    );
  }, [editor, open]);
}

/** A modal dialog keeps the focus until it is gone, so the text gets it only afterwards. */
function useReturnToText(editor: LexicalEditor, request: DialogRequest | null): void {
  const wasOpen = useRef(false);
  useEffect(() => {
    if (request === null && wasOpen.current) editor.focus();
    wasOpen.current = request !== null;
  }, [editor, request]);
}
