import type { LexicalEditor } from 'lexical';
import { useTranslate } from '#app/i18n/translate.tsx';
import { $removeGuidance } from '../block-actions.ts';
import type { Survey } from '../survey/survey-document.ts';

type Props = {
  editor: LexicalEditor;
  survey: Survey;
  /** Key of the guidance paragraph that holds the caret, or null. */
  atCaret: string | null;
};

/** Takes away the guidance at the caret, or all of it when the caret is elsewhere. */
export function GuidanceButton({ editor, survey, atCaret }: Props) {
  const t = useTranslate();
  const all = survey.blocks.filter((block) => block.guidance).map((block) => block.key);
  if (all.length === 0) return null;
  return (
    <button
      type="button"
      className="editor-tool"
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => editor.update(() => $removeGuidance(atCaret === null ? all : [atCaret]))}
    >
      {atCaret === null
        ? t('editor.guidance.removeAll', { count: all.length })
        : t('editor.guidance.removeThis')}
    </button>
  );
}
