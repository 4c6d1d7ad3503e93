import { inLocale } from '../../domain/shared/locale.ts';
import { Link } from '../../framework.ts';
import { formatDate } from '../../i18n/format.ts';
import { formatMoneyChange } from '../../i18n/format-money.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { AmendmentView } from '../../use-cases/contract/contract-views.ts';
import { AgreementList } from './AgreementList.tsx';
import styles from './contract.module.css';

type Props = { code: string; amendments: readonly AmendmentView[]; currency: string };

/** What was changed since the signature, and who has yet to agree. */
export function AmendmentList({ code, amendments, currency }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  if (amendments.length === 0) return <EmptyState>{t('contract.amendments.empty')}</EmptyState>;
  return (
    <ul className={styles.list}>
      {amendments.map((amendment) => (
        <li key={amendment.id}>
          <div className={styles.head}>
            <Link to={`/assignments/${code}/contract/amendments/${amendment.no}`}>
              <b>{t('contract.amendment', { no: amendment.no })}</b>
            </Link>
            <span>{t(`contract.kind.${amendment.kind}`)}</span>
            <AmendmentChip gaps={amendment.gaps} />
          </div>
          {amendment.newEndsOn !== null && (
            <span>
              {t('contract.amendment.effect.end', {
                date: formatDate(locale, amendment.newEndsOn),
              })}
            </span>
          )}
          {amendment.amountChangeMinor !== null && (
            <span>
              {t('contract.amendment.effect.amount', {
                amount: formatMoneyChange(locale, {
                  amountMinor: amendment.amountChangeMinor,
                  currency,
                }),
              })}
            </span>
          )}
          <span>{amendment.reason}</span>
          <AgreementList agreements={amendment.agreements} />
          <span className={styles.faint}>
            {t('contract.amendment.proposed', {
              name: inLocale(amendment.proposedBy, locale),
              date: formatDate(locale, amendment.proposedOn),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function AmendmentChip({ gaps }: Pick<AmendmentView, 'gaps'>) {
  const t = useTranslate();
  if (gaps.length === 0) return <Chip tone="ok">{t('contract.amendment.effective')}</Chip>;
  const who = gaps.map((gap) => t(`contract.gap.${gap}`)).join(', ');
  return <Chip tone="warn">{t('contract.amendment.waits', { who })}</Chip>;
}
