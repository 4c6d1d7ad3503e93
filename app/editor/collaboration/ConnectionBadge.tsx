import { useTranslate } from '#app/i18n/translate.tsx';
import type { SaveStatus } from './save-status.ts';

/**
 * Says in words, shape and colour whether what was typed is in the database. Only trouble is
 * announced: "saving" and "saved" follow each other at every pause in typing.
 */
export function ConnectionBadge({ status }: { status: SaveStatus }) {
  const words = useStatusWords(status);
  const troubled = status.kind === 'offline' || status.kind === 'refused';
  return (
    <>
      <p className={`editor-badge editor-badge-${status.kind}`} data-save-state={status.kind}>
        <span aria-hidden="true">{SHAPES[status.kind]}</span> {words}
      </p>
      <span className="editor-hidden" role="status" aria-live="polite">
        {troubled ? words : ''}
      </span>
    </>
  );
}

function useStatusWords(status: SaveStatus): string {
  const t = useTranslate();
  switch (status.kind) {
    case 'saved':
      return t('editor.status.saved');
    case 'saving':
      return status.unsaved === 0 ? t('editor.status.connecting') : t('editor.status.saving');
    case 'offline':
      return status.unsaved === 0
        ? t('editor.status.offline')
        : t('editor.status.offlineUnsaved', { count: status.unsaved });
    case 'refused':
      return t('editor.status.refused', { code: status.code });
  }
}

const SHAPES = { saved: '✓', saving: '↻', offline: '⚠', refused: '✕' } as const;
