import { COMMITMENT_RESULTS } from '../../domain/contract/contract.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import type { AssignmentSummary } from '../../use-cases/overview/assignment-summary.server.ts';
import { RESULT_TONES } from '../contract/result-look.ts';
import styles from './overview.module.css';

type Props = { code: string; totals: NonNullable<AssignmentSummary['commitments']> };

/** How the commitments of the proposal stand. */
export function CommitmentsCard({ code, totals }: Props) {
  const t = useTranslate();
  return (
    <Card
      title={t('contract.commitments')}
      aside={
        <ButtonLink to={`/assignments/${code}/commitments`} look="quiet">
          {t('overview.page.open')}
        </ButtonLink>
      }
    >
      <p className={styles.chips}>
        {[...COMMITMENT_RESULTS, 'UNCHECKED' as const]
          .filter((result) => totals[result] > 0)
          .map((result) => (
            <Chip key={result} tone={RESULT_TONES[result]}>
              {t('contract.total', {
                count: totals[result],
                result: t(`contract.result.${result}`),
              })}
            </Chip>
          ))}
      </p>
    </Card>
  );
}
