import { useEffect, useRef, useState } from 'react';
import { useTranslate } from '#app/i18n/translate.tsx';

/** Copies words to the clipboard; where the browser does not let it, shows them to be copied. */
export function CopyText({ text }: { text(): string }) {
  const t = useTranslate();
  const [state, setState] = useState<'idle' | 'copied' | 'by-hand'>('idle');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (state === 'by-hand') field.current?.select();
  }, [state]);

  function copy(): void {
    // Absent over plain HTTP, and refused where a policy forbids it.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    const byHand = () => setState('by-hand');
    if (clipboard === undefined) byHand();
    else clipboard.writeText(text()).then(() => setState('copied'), byHand);
  }

  return (
    <>
      <button type="button" onClick={copy}>
        {t('editor.trouble.copy')}
      </button>
      <span role="status">{state === 'copied' ? t('editor.trouble.copied') : ''}</span>
      {state === 'by-hand' && (
        <textarea ref={field} readOnly rows={6} aria-label={t('editor.label')} value={text()} />
      )}
    </>
  );
}
