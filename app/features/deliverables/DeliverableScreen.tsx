import { inLocale } from '../../domain/shared/locale.ts';
import { isOwed } from '../../domain/register/deliverable-state.ts';
import { formatMoney } from '../../i18n/money.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { DeliverablePage } from '../../use-cases/register/deliverable-views.ts';
import { AssignmentFrame } from '../register/AssignmentFrame.tsx';
import shared from '../register/register.module.css';
import { DeliverableHistory } from './DeliverableHistory.tsx';
import { DeliverableNext } from './DeliverableNext.tsx';
import styles from './deliverables.module.css';
import { DueDateForm } from './DueDateForm.tsx';
import type { FormOutcome } from './form-outcome.ts';
import { MoreTime } from './MoreTime.tsx';
import { StateChip } from './StateChip.tsx';
import { WorkingDue } from './WorkingDue.tsx';

type Props = { page: DeliverablePage; outcome: FormOutcome };

/** One deliverable: how it stands, what is next, and all that happened to it. */
export function DeliverableScreen({ page, outcome }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const { deliverable, uncoveredYears } = page;
  const title = inLocale(deliverable.title, locale);
  return (
    <AssignmentFrame frame={page.frame}>
      <div className={shared.body}>
        <div className={styles.title}>
          <h2>{t('deliverables.page.title', { no: deliverable.no, title })}</h2>
          <StateChip state={deliverable.state} />
          <WorkingDue {...deliverable} isOwed={isOwed(deliverable.state)} />
        </div>
        {outcome !== null && <Notice tone="danger">{t(`refusals.${outcome.code}`)}</Notice>}
        {uncoveredYears.length > 0 && (
          <Notice tone="info">
            {t('deliverables.list.uncovered', { years: uncoveredYears.join(', ') })}
          </Notice>
        )}
        <div className={styles.columns}>
          <div className={styles.column}>
            <DeliverableNext page={page} outcome={outcome} />
            <DeliverableHistory events={page.events} />
          </div>
          <div className={styles.column}>
            <Facts deliverable={deliverable} />
            {page.acts.setDate && <DueDateForm dueOn={deliverable.dueOn} outcome={outcome} />}
            <MoreTime page={page} outcome={outcome} />
          </div>
        </div>
      </div>
    </AssignmentFrame>
  );
}

function Facts({ deliverable }: { deliverable: DeliverablePage['deliverable'] }) {
  const t = useTranslate();
  const locale = useLocale();
  const { kind, dueRule, acceptedBy, payments } = deliverable;
  return (
    <Card title={t('deliverables.page.facts')}>
      <dl className={styles.facts}>
        <dt>{t('deliverables.page.kind')}</dt>
        <dd>{t(`deliverables.deliverable-kind.${kind}`)}</dd>
        <dt>{t('deliverables.page.rule')}</dt>
        <dd>{t(`deliverables.rule.${dueRule}`)}</dd>
        <dt>{t('deliverables.page.accepted-by')}</dt>
        <dd>{t(`deliverables.accepted-by.${acceptedBy}`)}</dd>
        {payments.map((payment, index) => (
          <div key={index}>
            <dt>{t('deliverables.page.payment')}</dt>
            <dd>
              {formatMoney(locale, payment)} · {t(`deliverables.payment.${payment.state}`)}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
