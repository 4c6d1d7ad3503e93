import { useTranslate } from '#app/i18n/translate.tsx';
import type { SaveStatus } from './save-status.ts';

/**
 * Says in words, shape and colour whether what was typed is in the database. Only trouble is
 * announced: "saving" and "saved" follow each other at every pause in typing.
 */
export function ConnectionBadge({ status }: { status: SaveStatus }) {
  const words = useStatusWords(status);
  const isTrouble = status.kind !== 'saved' && status.kind !== 'saving';
  return (
    <>
      <p
        className={`editor-badge editor-badge-${TONES[status.kind]}`}
        data-save-state={status.kind}
      >
        <span aria-hidden="true">{SHAPES[status.kind]}</span> {words}
      </p>
      <span className="editor-hidden" role="status" aria-live="polite">
        {isTrouble ? words : ''}
      </span>
    </>
  );
}

function useStatusWords(status: SaveStatus): string {
  const t = useTranslate();
  if (status.kind === 'saved') return t('editor.status.saved');
  const { unsaved: count } = status;
  if (status.kind === 'saving') {
    return count === 0 ? t('editor.status.connecting') : t('editor.status.saving', { count });
  }
  const state = t(`editor.status.${status.kind}`);
  if (count === 0) return state;
  const unsaved = status.kept
    ? t('editor.status.kept', { count })
    : t('editor.status.not-kept', { count });
  return t('editor.status.with-unsaved', { state, unsaved });
}

const SHAPES = {
  saved: '✓',
  saving: '↻',
  offline: '⚠',
  late: '⚠',
  blocked: '⚠',
  unstored: '■',
  'signed-out': '■',
  forbidden: '✕',
  foreign: '✕',
  refused: '✕',
} as const;

const TONES = {
  saved: 'saved',
  saving: 'saving',
  offline: 'offline',
  late: 'offline',
  blocked: 'offline',
  unstored: 'offline',
  'signed-out': 'offline',
  forbidden: 'refused',
  foreign: 'refused',
  refused: 'refused',
} as const;
