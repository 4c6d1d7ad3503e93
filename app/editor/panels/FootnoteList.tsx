import type { LexicalEditor } from 'lexical';
import { useTranslate } from '#app/i18n/translate.tsx';
import { OPEN_DIALOG_COMMAND } from '../commands.ts';
import type { Survey } from '../survey/survey-document.ts';

type Props = { editor: LexicalEditor; footnotes: Survey['footnotes'] };

/** The footnotes under the text, in the order of their numbers. */
export function FootnoteList({ editor, footnotes }: Props) {
  const t = useTranslate();
  if (footnotes.length === 0) return null;
  return (
    <section className="editor-footnotes" aria-label={t('editor.footnote.list')}>
      <ol>
        {footnotes.map(({ key, text }, index) => (
          <li key={key}>
            <span>{text}</span>{' '}
            <button
              type="button"
              aria-label={t('editor.footnote.editNumber', { number: index + 1 })}
              onClick={() => editor.dispatchCommand(OPEN_DIALOG_COMMAND, { kind: 'footnote', key })}
            >
              {t('editor.footnote.edit')}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
