import type {
  JudgedRow,
  RowChange,
  RowProblem,
  RowRule,
} from '../../domain/register/import-row.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Chip, type Tone } from '../../ui/Chip.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import look from '../../ui/table-look.module.css';
import styles from './exchange.module.css';
import { shownValue } from './shown-value.ts';

/** Rows of a workbook with what each would change, or which rule it breaks and how to mend it. */
export function TrialRows({ rows }: { rows: readonly JudgedRow[] }) {
  const t = useTranslate();
  return (
    <ScrollRegion label={t('exchange.trial.table')} className={`${look.scroll} ${styles.scroll}`}>
      <table className={`${look.table} ${styles.table}`}>
        <caption className="visually-hidden">{t('exchange.trial.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('exchange.trial.row')}</th>
            <th scope="col">{t('exchange.column.code')}</th>
            <th scope="col">{t('exchange.trial.outcome')}</th>
            <th scope="col">{t('exchange.trial.what')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <td>{row.number}</td>
              <th scope="row">{row.code}</th>
              <td>
                <Chip tone={TONES[row.outcome]}>{t(`exchange.outcome.${row.outcome}`)}</Chip>
              </td>
              <td>
                <ul className={styles.reasons}>
                  {row.problems.map((problem, index) => (
                    <Problem key={index} problem={problem} />
                  ))}
                  {row.changes.map((change) => (
                    <Change key={change.column} change={change} isNew={row.outcome === 'NEW'} />
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Problem({ problem }: { problem: RowProblem }) {
  const t = useTranslate();
  const locale = useLocale();
  const { column, rule } = problem;
  const value = OF_THE_REGISTER.has(rule)
    ? shownValue(column, problem.value, { t, locale })
    : problem.value;
  return (
    <li className={styles.words}>
      {column !== null && <b>{`${t(`exchange.column.${column}`)} `}</b>}
      {t(`exchange.rule.${rule}`, { value })}
    </li>
  );
}

function Change({ change, isNew }: { change: RowChange; isNew: boolean }) {
  const t = useTranslate();
  const locale = useLocale();
  const { column, before, after } = change;
  const shown = (value: string | null) =>
    value === null ? t('exchange.trial.nothing-set') : shownValue(column, value, { t, locale });
  return (
    <li className={styles.words}>
      <b>{`${t(`exchange.column.${column}`)} `}</b>
      {!isNew && (
        <>
          <span className="visually-hidden">{`${t('exchange.trial.before')} `}</span>
          <del>{shown(before)}</del>
          {' → '}
          <span className="visually-hidden">{`${t('exchange.trial.after')} `}</span>
        </>
      )}
      <ins>{shown(after)}</ins>
    </li>
  );
}

/** Rules that name a value which is understood; the others quote what stood in the file. */
const OF_THE_REGISTER: ReadonlySet<RowRule> = new Set([
  'kind-changed',
  'stage-moves',
  'stage-new',
  'method-fixed',
  'end-before-start',
  'signed-after-start',
  'contract-facts',
  'derived',
]);
const TONES: Record<JudgedRow['outcome'], Tone> = {
  NEW: 'info',
  CHANGED: 'warn',
  UNCHANGED: 'neutral',
  REFUSED: 'danger',
};
