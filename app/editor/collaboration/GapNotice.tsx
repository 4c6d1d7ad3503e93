import { useTranslate } from '#app/i18n/translate.tsx';
import { CopyText } from './CopyText.tsx';
import { StateNotice } from './StateNotice.tsx';

/** What stood on the screen and nowhere else, after the screen was drawn anew. */
export function GapNotice({ words, onDone }: { words: readonly string[]; onDone(): void }) {
  const t = useTranslate();
  if (words.length === 0) return null;
  return (
    <StateNotice words={t('editor.trouble.gap')}>
      <CopyText text={() => words.join('\n\n')} />
      <button type="button" onClick={onDone}>
        {t('editor.trouble.done')}
      </button>
    </StateNotice>
  );
}
