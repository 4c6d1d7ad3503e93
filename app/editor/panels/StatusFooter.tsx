import { useMemo } from 'react';
import { measureText } from '#app/domain/documents/text-measure.ts';
import { useTranslate } from '#app/i18n/translate.tsx';
import type { Survey } from '../survey/survey-document.ts';

/** How much is written; guidance of the template is not counted. */
export function StatusFooter({ survey }: { survey: Survey }) {
  const t = useTranslate();
  const { words, characters } = useMemo(
    () =>
      measureText(
        survey.blocks
          .filter((block) => !block.guidance)
          .map((block) => block.text)
          .join('\n'),
      ),
    [survey],
  );
  return (
    <p className="editor-footer">
      <span>{t('editor.count.words', { count: words })}</span>
      <span>{t('editor.count.characters', { count: characters })}</span>
      <span className="editor-footer-hint">{t('editor.help.toolbar')}</span>
    </p>
  );
}
