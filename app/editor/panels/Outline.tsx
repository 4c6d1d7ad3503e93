import { $getNodeByKey, $isElementNode, type LexicalEditor } from 'lexical';
import { useMemo } from 'react';
import type { Completeness } from '#app/domain/documents/section-completeness.ts';
import { inLocale } from '#app/domain/shared/locale.ts';
import { useLocale, useTranslate } from '#app/i18n/translate.tsx';
import type { Survey } from '../survey/survey-document.ts';
import { outlineEntries, type EditorSection, type OutlineEntry } from './outline-entries.ts';

type Props = { editor: LexicalEditor; survey: Survey; sections: readonly EditorSection[] };

/** The headings of the text, each with what is still to write under it; a click goes there. */
export function Outline({ editor, survey, sections }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const entries = useMemo(
    () => outlineEntries(survey, sections, (title) => inLocale(title, locale)),
    [survey, sections, locale],
  );
  if (entries.length === 0) return <p className="editor-hint">{t('editor.outline.empty')}</p>;
  return (
    <ol className="editor-outline">
      {entries.map((entry, index) => (
        <li key={entry.nodeKey ?? `missing-${index}`} data-level={entry.level}>
          <OutlineLine entry={entry} onJump={(key) => jumpTo(editor, key)} />
        </li>
      ))}
    </ol>
  );
}

function OutlineLine({ entry, onJump }: { entry: OutlineEntry; onJump(key: string): void }) {
  const t = useTranslate();
  const { nodeKey, label, text, completeness } = entry;
  const words = (
    <>
      {completeness !== null && (
        <span className={`editor-completeness editor-completeness-${completeness}`}>
          <CompletenessMark completeness={completeness} />
          <span className="editor-hidden">{t(`editor.outline.${completeness}`)}</span>
        </span>
      )}
      <span>
        {label} {text === '' ? t('editor.outline.untitled') : text}
      </span>
    </>
  );
  if (nodeKey === null) return <span className="editor-outline-line">{words}</span>;
  return (
    <button type="button" className="editor-outline-line" onClick={() => onJump(nodeKey)}>
      {words}
    </button>
  );
}

function jumpTo(editor: LexicalEditor, key: string): void {
  editor.getElementByKey(key)?.scrollIntoView({ block: 'start' });
  editor.update(() => {
    const node = $getNodeByKey(key);
    if ($isElementNode(node)) node.selectEnd();
  });
  editor.focus();
}

/** A ring, half or wholly filled, or a tick; drawn, because fonts draw these signs too small. */
function CompletenessMark({ completeness }: { completeness: Completeness }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" fill="none" stroke="currentColor" aria-hidden>
      {completeness === 'done' ? (
        <path d="M1.5 6.5 4.5 9.5 10.5 2.5" strokeWidth="1.8" />
      ) : (
        <circle cx="6" cy="6" r="4.5" strokeWidth="1.4" fill={FILLS[completeness]} />
      )}
      {completeness === 'thin' && <path d="M6 1.5a4.5 4.5 0 0 0 0 9z" fill="currentColor" />}
    </svg>
  );
}

const FILLS = { missing: 'currentColor', thin: 'none', optional: 'none' } as const;
