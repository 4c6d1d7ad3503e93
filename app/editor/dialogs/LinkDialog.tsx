import { $isLinkNode, $toggleLink } from '@lexical/link';
import { $findMatchingParent } from '@lexical/utils';
import { $createTextNode, $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { useState } from 'react';
import { useTranslate } from '#app/i18n/translate.tsx';
import { safeLinkUrl } from '../safe-link-url.ts';
import { EditorDialog } from './EditorDialog.tsx';

type Props = { editor: LexicalEditor; onClose(): void };

/** Sets, changes or removes the link at the selection. */
export function LinkDialog({ editor, onClose }: Props) {
  const t = useTranslate();
  const [before] = useState(() => editor.read(() => $linkUrlAtSelection()));
  const [url, setUrl] = useState(before);
  const [refused, setRefused] = useState(false);

  function apply(): void {
    const safe = safeLinkUrl(url);
    if (safe === null) return setRefused(true);
    editor.update(() => $linkSelection(safe));
    onClose();
  }

  function remove(): void {
    editor.update(() => $toggleLink(null));
    onClose();
  }

  return (
    <EditorDialog
      title={t('editor.link.title')}
      action={t('editor.dialog.apply')}
      extra={
        before === '' ? null : (
          <button type="button" onClick={remove}>
            {t('editor.link.remove')}
          </button>
        )
      }
      onSubmit={apply}
      onClose={onClose}
    >
      <label>
        {t('editor.link.address')}
        <input
          value={url}
          inputMode="url"
          autoComplete="off"
          aria-invalid={refused}
          aria-describedby="editor-link-hint"
          onChange={(event) => setUrl(event.target.value)}
        />
      </label>
      <p id="editor-link-hint" className={refused ? 'editor-error' : 'editor-hint'}>
        {t(refused ? 'editor.link.refused' : 'editor.link.hint')}
      </p>
    </EditorDialog>
  );
}

function $linkUrlAtSelection(): string {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return '';
  const link = $findMatchingParent(selection.anchor.getNode(), $isLinkNode);
  return $isLinkNode(link) ? link.getURL() : '';
}

/** Without selected words the address itself becomes the words. */
function $linkSelection(url: string): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  if (selection.isCollapsed() && $linkUrlAtSelection() === '') {
    const words = $createTextNode(url);
    selection.insertNodes([words]);
    words.select(0, url.length);
  }
  $toggleLink(url);
}
