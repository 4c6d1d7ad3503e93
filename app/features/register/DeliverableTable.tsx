import { inLocale } from '../../domain/shared/locale.ts';
import type { DeliverableState } from '../../domain/register/deliverable.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Chip, type Tone } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import table from '../../ui/table-look.module.css';
import type { DeliverableView } from '../../use-cases/register/assignment-views.ts';
import styles from './AssignmentScreen.module.css';
import { DeliverableDue } from './DeliverableDue.tsx';

const STATE_LOOK: Record<DeliverableState, { tone: Tone; icon: IconName | null }> = {
  EXPECTED: { tone: 'neutral', icon: null },
  SUBMITTED: { tone: 'info', icon: null },
  PMO_ACCEPTED: { tone: 'info', icon: 'check' },
  RETURNED: { tone: 'warn', icon: 'returned' },
  ACCEPTED: { tone: 'ok', icon: 'check' },
};

type Props = { deliverables: readonly DeliverableView[]; today: string };

/** What has to be delivered, when, and what became of it. */
export function DeliverableTable({ deliverables, today }: Props) {
  const t = useTranslate();
  if (deliverables.length === 0) {
    return <EmptyState>{t('register.page.deliverables.empty')}</EmptyState>;
  }
  return (
    <ScrollRegion className={table.scroll} label={t('register.page.deliverables')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('register.column.no')}</th>
            <th scope="col">{t('register.column.deliverable')}</th>
            <th scope="col">{t('register.column.due')}</th>
            <th scope="col">{t('register.column.state')}</th>
          </tr>
        </thead>
        <tbody>
          {deliverables.map((deliverable) => (
            <DeliverableRows key={deliverable.id} deliverable={deliverable} today={today} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** One row, and under it the reason where the deliverable was returned. */
function DeliverableRows({ deliverable, today }: { deliverable: DeliverableView; today: string }) {
  const t = useTranslate();
  const locale = useLocale();
  const { no, title, state } = deliverable;
  const { tone, icon } = STATE_LOOK[state];
  const reason = deliverable.returnReason ?? '';
  return (
    <>
      <tr className={reason === '' ? undefined : table.continues}>
        <td>{no}</td>
        <th scope="row">{inLocale(title, locale)}</th>
        <td>
          <DeliverableDue deliverable={deliverable} today={today} />
        </td>
        <td>
          <Chip tone={tone}>
            {icon !== null && <Icon name={icon} />}
            {t(`register.deliverable-state.${state}`)}
          </Chip>
        </td>
      </tr>
      {reason !== '' && (
        <tr>
          <td />
          <td colSpan={3} className={styles.reason}>
            {t('register.page.returned-because', { reason })}
          </td>
        </tr>
      )}
    </>
  );
}
