import { CONTRACT_PARTIES } from '../../domain/contract/contract.ts';
import { inLocale } from '../../domain/shared/locale.ts';
import { formatDate } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import type { AmendmentView } from '../../use-cases/contract/contract-views.ts';
import styles from './contract.module.css';

/** For each party, who agreed and when. */
export function AgreementList({ agreements }: Pick<AmendmentView, 'agreements'>) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <ul className={styles.agreements}>
      {CONTRACT_PARTIES.map((side) => {
        const agreement = agreements.find(({ party }) => party === side);
        const party = t(`contract.party.${side}`);
        return (
          <li key={side}>
            {agreement === undefined
              ? t('contract.amendment.open', { party })
              : t('contract.amendment.agreed', {
                  party,
                  name: inLocale(agreement.personName, locale),
                  date: formatDate(locale, agreement.agreedOn),
                })}
          </li>
        );
      })}
    </ul>
  );
}
