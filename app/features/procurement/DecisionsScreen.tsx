import { inLocale } from '../../domain/shared/locale.ts';
import { Link } from '../../framework.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import type { WaitingDecision } from '../../use-cases/procurement/procurement-views.ts';
import { DecisionForm } from './DecisionForm.tsx';
import { Outcome, type FormOutcome } from './form-outcome.ts';
import { NoObjectionFacts } from './NoObjectionFacts.tsx';
import styles from './procurement.module.css';

type Props = { waiting: readonly WaitingDecision[]; outcome: FormOutcome };

/** What waits for the Bank's decision, the most pressing first. */
export function DecisionsScreen({ waiting, outcome }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <Outcome.Provider value={outcome}>
      <RecordHeader
        title={t('procurement.decisions')}
        summary={t('procurement.decisions.count', { count: waiting.length })}
      />
      <div className={styles.body}>
        {waiting.length === 0 && <EmptyState>{t('procurement.decisions.none')}</EmptyState>}
        <ul className={styles.list}>
          {waiting.map((asked) => (
            <li key={asked.id} className={styles.row}>
              <div>
                <Link to={`/assignments/${asked.assignment.code}/procurement`}>
                  {`${asked.assignment.code} ${inLocale(asked.assignment.title, locale)}`}
                </Link>
                <NoObjectionFacts asked={asked} />
              </div>
              {asked.mayDecide && <DecisionForm id={asked.id} />}
            </li>
          ))}
        </ul>
      </div>
    </Outcome.Provider>
  );
}
