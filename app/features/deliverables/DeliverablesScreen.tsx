import { useTranslate } from '../../i18n/translate.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { DeliverablesPage } from '../../use-cases/register/deliverable-views.ts';
import { AssignmentFrame } from '../register/AssignmentFrame.tsx';
import shared from '../register/register.module.css';
import { AddDeliverable } from './AddDeliverable.tsx';
import { AddMilestone } from './AddMilestone.tsx';
import { DeliverablesTable } from './DeliverablesTable.tsx';
import type { FormOutcome } from './form-outcome.ts';

type Props = { page: DeliverablesPage; outcome: FormOutcome };

/** Everything that an assignment owes and the points on the way there. */
export function DeliverablesScreen({ page, outcome }: Props) {
  const t = useTranslate();
  const { deliverables, milestones, uncoveredYears } = page;
  const late = [...deliverables, ...milestones].filter(({ isLate }) => isLate).length;
  return (
    <AssignmentFrame frame={page.frame}>
      <div className={shared.body}>
        {outcome !== null && <Notice tone="danger">{t(`refusals.${outcome.code}`)}</Notice>}
        {late > 0 && <Notice tone="warn">{t('deliverables.list.late', { count: late })}</Notice>}
        {uncoveredYears.length > 0 && (
          <Notice tone="info">
            {t('deliverables.list.uncovered', { years: uncoveredYears.join(', ') })}
          </Notice>
        )}
        <Card title={t('register.page.deliverables')}>
          {deliverables.length + milestones.length === 0 ? (
            <EmptyState>{t('deliverables.list.empty')}</EmptyState>
          ) : (
            <DeliverablesTable page={page} outcome={outcome} />
          )}
        </Card>
        {page.mayEdit && (
          <>
            <AddDeliverable outcome={outcome} />
            <AddMilestone outcome={outcome} />
          </>
        )}
      </div>
    </AssignmentFrame>
  );
}
