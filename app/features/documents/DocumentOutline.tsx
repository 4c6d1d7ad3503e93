import { useTranslate } from '../../i18n/translate.tsx';
import type { OutlineLine } from '../../use-cases/documents/document-views.ts';
import styles from './document.module.css';

/** The headings of the text as links, for writers with what is still to do under each. */
export function DocumentOutline({ lines }: { lines: readonly OutlineLine[] }) {
  const t = useTranslate();
  if (lines.length === 0) return <p className={styles.quiet}>{t('documents.outline.empty')}</p>;
  return (
    <ol className={styles.outline}>
      {lines.map((line, index) => (
        <li key={line.headingId ?? `missing-${index}`} data-level={line.level}>
          <Line line={line} />
        </li>
      ))}
    </ol>
  );
}

function Line({ line }: { line: OutlineLine }) {
  const t = useTranslate();
  const { headingId, label, text, language, completeness } = line;
  const words = (
    <>
      {completeness !== null && (
        <span className={styles.completeness} data-completeness={completeness}>
          <span aria-hidden="true">{SIGNS[completeness]}</span>
          <span className="visually-hidden">{t(`documents.section.${completeness}`)}</span>
        </span>
      )}
      <span lang={language ?? undefined}>
        {label}
        {/[、）]$/.test(label) || label === '' ? '' : ' '}
        {text}
      </span>
    </>
  );
  return headingId === null ? <span>{words}</span> : <a href={`#${headingId}`}>{words}</a>;
}

const SIGNS = { missing: '●', thin: '◐', done: '✓', optional: '○' } as const;
