import { $getNodeByKey, $isElementNode, type LexicalEditor } from 'lexical';
import { useMemo } from 'react';
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
          <span aria-hidden="true">{MARKS[completeness]}</span>
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

const MARKS = { missing: '●', thin: '◐', done: '✓', optional: '○' } as const;
