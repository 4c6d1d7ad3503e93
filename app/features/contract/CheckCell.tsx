import { useTranslate } from '../../i18n/translate.tsx';
import { Chip } from '../../ui/Chip.tsx';
import type { CheckView } from '../../use-cases/contract/contract-views.ts';
import styles from './contract.module.css';
import { RESULT_TONES } from './result-look.ts';

/** The result of a check, what was reached of the target, and the evidence. */
export function CheckCell({ check, unit }: { check: CheckView | null; unit: string | null }) {
  const t = useTranslate();
  if (check === null) {
    return <span className={styles.faint}>{t('contract.sheet.unchecked')}</span>;
  }
  const { result, reachedValue, percent, evidence, version } = check;
  return (
    <div className={styles.cell}>
      <Chip tone={RESULT_TONES[result]}>{t(`contract.result.${result}`)}</Chip>
      {reachedValue !== null && (
        <span>
          {t('contract.sheet.reached', { value: reachedValue, unit: unit ?? '' })}
          {percent !== null && ` (${t('contract.sheet.percent', { percent })})`}
        </span>
      )}
      {evidence !== '' && <span className={styles.fact}>{evidence}</span>}
      {version !== null && (
        <span className={styles.faint}>
          {t('contract.version', {
            kind: t(`register.document-kind.${version.kind}`),
            title: version.title,
            no: version.no,
          })}
        </span>
      )}
    </div>
  );
}
