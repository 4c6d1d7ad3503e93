import { useSyncExternalStore } from 'react';
import { useTranslate } from '#app/i18n/translate.tsx';
import { CopyText } from './CopyText.tsx';
import type { LostWords } from './lost-words.ts';
import { StateNotice } from './StateNotice.tsx';

/** Own words that are in no document, to be copied by who misses them. */
export function LostWordsNotice({ lost }: { lost: LostWords }) {
  const t = useTranslate();
  const words = useSyncExternalStore(lost.subscribe, lost.now, lost.now);
  if (words.length === 0) return null;
  return (
    <StateNotice words={t('editor.trouble.lost')}>
      <CopyText text={() => words.join('\n\n')} />
      <button type="button" onClick={() => lost.clear()}>
        {t('editor.trouble.done')}
      </button>
    </StateNotice>
  );
}
