import { inLocale } from '../../domain/shared/locale.ts';
import { formatMoney } from '../../i18n/money.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import table from '../../ui/table-look.module.css';
import type {
  ComparisonView,
  ProcurementPage,
} from '../../use-cases/procurement/procurement-views.ts';
import { Points } from './Points.tsx';
import styles from './procurement.module.css';

type Props = Pick<
  ProcurementPage,
  'comparison' | 'criteria' | 'isOwnScoresOnly' | 'isPriceDecisive' | 'rules'
>;

/** Candidates side by side: what must be met, points, price, and the place of each. */
export function Comparison({
  comparison,
  criteria,
  isOwnScoresOnly,
  isPriceDecisive,
  rules,
}: Props) {
  const t = useTranslate();
  const mandatory = criteria.filter(({ kind }) => kind === 'MANDATORY').length;
  const label = t('procurement.comparison');
  return (
    <Card title={label}>
      <ul className={styles.rules}>
        {rules.map(({ name, value, isConfirmed }) => (
          <li key={name}>
            {t(`procurement.rule-value.${name}`, { value })}
            {!isConfirmed && (
              <span className={styles.unconfirmed}>{t('procurement.unconfirmed')}</span>
            )}
          </li>
        ))}
      </ul>
      {isOwnScoresOnly && <p className={styles.note}>{t('procurement.own-scores')}</p>}
      {comparison.length === 0 ? (
        <EmptyState>{t('procurement.comparison.none')}</EmptyState>
      ) : (
        <ScrollRegion label={label} className={table.scroll}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('procurement.candidate')}</th>
                <th scope="col">{t('procurement.mandatory')}</th>
                <th scope="col" className={table.number}>
                  {t('procurement.technical')}
                </th>
                {isPriceDecisive && (
                  <>
                    <th scope="col" className={table.number}>
                      {t('procurement.price')}
                    </th>
                    <th scope="col" className={table.number}>
                      {t('procurement.financial')}
                    </th>
                    <th scope="col" className={table.number}>
                      {t('procurement.combined')}
                    </th>
                  </>
                )}
                <th scope="col" className={table.number}>
                  {t('procurement.rank')}
                </th>
              </tr>
            </thead>
            <tbody>
              {comparison.map((row) => (
                <ComparisonRow key={row.candidateId} {...{ row, mandatory, isPriceDecisive }} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </Card>
  );
}

function ComparisonRow(props: {
  row: ComparisonView;
  mandatory: number;
  isPriceDecisive: boolean;
}) {
  const { row, mandatory, isPriceDecisive } = props;
  const t = useTranslate();
  const locale = useLocale();
  const isMet = row.mandatory === 'MET';
  return (
    <tr>
      <th scope="row">{`${row.no}. ${inLocale(row.name, locale)}`}</th>
      <td>
        <Chip tone={isMet ? 'ok' : 'warn'}>{t(`procurement.mandatory.${row.mandatory}`)}</Chip>{' '}
        {mandatory > 0 && t('procurement.mandatory.count', { met: row.met, count: mandatory })}
      </td>
      <td className={table.number}>
        <Points hundredths={row.technical} />
        {row.unjudged > 0 && <p className={styles.faint}>{t('procurement.unjudged')}</p>}
      </td>
      {isPriceDecisive && (
        <>
          <td className={table.number}>
            {row.price === null ? '—' : formatMoney(locale, row.price)}
          </td>
          <td className={table.number}>
            <Points hundredths={row.financial} />
          </td>
          <td className={table.number}>
            <Points hundredths={row.combined} />
          </td>
        </>
      )}
      <td className={table.number}>
        {row.rank ?? '—'}
        {row.isTied && <p className={styles.faint}>{t('procurement.tied')}</p>}
        {row.exclusion !== null && (
          <p className={styles.faint}>{t(`procurement.exclusion.${row.exclusion}`)}</p>
        )}
      </td>
    </tr>
  );
}
