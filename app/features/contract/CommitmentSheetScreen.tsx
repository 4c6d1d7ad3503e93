import { useTranslate } from '../../i18n/translate.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { CommitmentSheet } from '../../use-cases/contract/contract-views.ts';
import type { AssignmentFrame as Frame } from '../../use-cases/register/assignment-views.ts';
import { AssignmentFrame } from '../register/AssignmentFrame.tsx';
import shared from '../register/register.module.css';
import { CommitmentTable } from './CommitmentTable.tsx';
import styles from './contract.module.css';
import { RESULT_TONES, STANDINGS } from './result-look.ts';

type Props = { frame: Frame; sheet: CommitmentSheet };

/** What the accepted proposal promises and how it stood at each deliverable, on one sheet. */
export function CommitmentSheetScreen({ frame, sheet }: Props) {
  const t = useTranslate();
  const { code, commitments, mayEdit } = sheet;
  return (
    <AssignmentFrame
      frame={frame}
      actions={
        mayEdit && (
          <ButtonLink to={`/assignments/${code}/commitments/new`} look="primary">
            <Icon name="plus" />
            {t('contract.act.add')}
          </ButtonLink>
        )
      }
    >
      <div className={`${shared.body} ${styles.landscape}`}>
        <Card title={t('contract.commitments')} aside={<Totals sheet={sheet} />}>
          {commitments.length === 0 ? (
            <EmptyState>
              {t('contract.sheet.empty')} {t('contract.sheet.empty.hint')}
            </EmptyState>
          ) : (
            <CommitmentTable sheet={sheet} />
          )}
        </Card>
        {sheet.deliverables.length === 0 && <p>{t('contract.sheet.no-deliverables')}</p>}
      </div>
    </AssignmentFrame>
  );
}

/** How many commitments stand where. */
function Totals({ sheet: { totals } }: Pick<Props, 'sheet'>) {
  const t = useTranslate();
  return (
    <div className={styles.totals}>
      {STANDINGS.filter((result) => totals[result] > 0).map((result) => (
        <Chip key={result} tone={RESULT_TONES[result]}>
          {t('contract.total', { count: totals[result], result: t(`contract.result.${result}`) })}
        </Chip>
      ))}
    </div>
  );
}
