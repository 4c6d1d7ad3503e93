import { inLocale } from '../../domain/shared/locale.ts';
import { RULE_UNITS } from '../../domain/procurement/procurement-rule.ts';
import { formatDate } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import table from '../../ui/table-look.module.css';
import type { RuleView } from '../../use-cases/procurement/procurement-views.ts';
import { Outcome, type FormOutcome } from './form-outcome.ts';
import { RuleForm } from './RuleForm.tsx';
import styles from './procurement.module.css';

type Props = { rules: readonly RuleView[]; mayEdit: boolean; outcome: FormOutcome };

/** Thresholds and clocks of procurement, since when they hold, and where they were read. */
export function RulesScreen({ rules, mayEdit, outcome }: Props) {
  const t = useTranslate();
  const label = t('procurement.rules');
  return (
    <Outcome.Provider value={outcome}>
      <RecordHeader title={label} summary={t('procurement.rules.lead')} />
      <div className={styles.body}>
        <ScrollRegion label={label} className={table.scroll}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('procurement.rules.name')}</th>
                <th scope="col">{t('overview.fact.method')}</th>
                <th scope="col" className={table.number}>
                  {t('procurement.rules.value')}
                </th>
                <th scope="col">{t('procurement.rules.period')}</th>
                <th scope="col">{t('procurement.rules.source')}</th>
              </tr>
            </thead>
            <tbody>
              {rules.map((rule) => (
                <RuleRow key={rule.id} rule={rule} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
        {mayEdit && <RuleForm key={rules.length} />}
      </div>
    </Outcome.Provider>
  );
}

function RuleRow({ rule }: { rule: RuleView }) {
  const t = useTranslate();
  const locale = useLocale();
  const from = formatDate(locale, rule.effectiveFrom);
  return (
    <tr>
      <th scope="row">{t(`procurement.rule.${rule.name}`)}</th>
      <td>{rule.method ?? t('procurement.rules.all-methods')}</td>
      <td className={table.number}>
        {t(`procurement.unit.${RULE_UNITS[rule.name]}`, { count: rule.value })}
      </td>
      <td>
        {rule.effectiveTo === null
          ? t('procurement.rules.since', { from })
          : t('procurement.rules.from-to', { from, to: formatDate(locale, rule.effectiveTo) })}
        {!rule.isPresent && <p className={styles.faint}>{t('procurement.rules.not-now')}</p>}
      </td>
      <td>
        {inLocale(rule.source, locale)}
        {!rule.isConfirmed && (
          <span className={styles.unconfirmed}>{t('procurement.unconfirmed')}</span>
        )}
      </td>
    </tr>
  );
}
