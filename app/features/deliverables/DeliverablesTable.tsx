import { inLocale } from '../../domain/shared/locale.ts';
import { Link } from '../../framework.ts';
import { formatDate } from '../../i18n/format.ts';
import { formatMoney } from '../../i18n/money.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Chip, type Tone } from '../../ui/Chip.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import table from '../../ui/table-look.module.css';
import { isOwed } from '../../domain/register/deliverable-state.ts';
import type { MilestoneState } from '../../domain/register/milestone.ts';
import type {
  DeliverableRow,
  DeliverablesPage,
  MilestoneRow,
} from '../../use-cases/register/deliverable-views.ts';
import type { FormOutcome } from './form-outcome.ts';
import { MilestoneResultForm } from './MilestoneResultForm.tsx';
import { StateChip } from './StateChip.tsx';
import { WorkingDue } from './WorkingDue.tsx';

type Props = { page: DeliverablesPage; outcome: FormOutcome };

/** Deliverables and milestones together, by date; what has no date comes last. */
export function DeliverablesTable({ page, outcome }: Props) {
  const t = useTranslate();
  const rows = [
    ...page.deliverables.map((row) => ({ about: 'deliverable' as const, row })),
    ...page.milestones.map((row) => ({ about: 'milestone' as const, row })),
  ].sort((left, right) => dateKey(left.row).localeCompare(dateKey(right.row)));
  return (
    <ScrollRegion className={table.scroll} label={t('deliverables.list.caption')}>
      <table className={table.table}>
        <caption className="visually-hidden">{t('deliverables.list.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('register.column.no')}</th>
            <th scope="col">{t('register.column.deliverable')}</th>
            <th scope="col">{t('register.column.due')}</th>
            <th scope="col">{t('register.column.state')}</th>
            <th scope="col">{t('deliverables.list.accepts')}</th>
            <th scope="col">{t('deliverables.list.payment')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) =>
            one.about === 'deliverable' ? (
              <Deliverable key={`d${one.row.no}`} row={one.row} code={page.frame.code} />
            ) : (
              <Milestone key={`m${one.row.no}`} row={one.row} page={page} outcome={outcome} />
            ),
          )}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Deliverable({ row, code }: { row: DeliverableRow; code: string }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <tr>
      <td>{row.no}</td>
      <th scope="row">
        <Link to={`/assignments/${code}/deliverables/${row.no}`}>
          {inLocale(row.title, locale)}
        </Link>
      </th>
      <td>
        <WorkingDue {...row} isOwed={isOwed(row.state)} />
      </td>
      <td>
        <StateChip state={row.state} />
      </td>
      <td>{t(`deliverables.accepted-by.${row.acceptedBy}`)}</td>
      <td>
        {row.payments.map((payment, index) => (
          <div key={index}>
            {formatMoney(locale, payment)} · {t(`deliverables.payment.${payment.state}`)}
          </div>
        ))}
      </td>
    </tr>
  );
}

const MILESTONE_TONE: Record<MilestoneState, Tone> = {
  SCHEDULED: 'neutral',
  MET: 'ok',
  PARTLY_MET: 'warn',
  NOT_MET: 'danger',
};

function Milestone({ row, page, outcome }: { row: MilestoneRow } & Props) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <tr id={`milestone-${row.no}`}>
      <td>
        <span aria-hidden="true">△</span> {row.no}
      </td>
      <th scope="row">
        {inLocale(row.title, locale)}
        <div>
          <Chip>
            {t('deliverables.list.milestone')} · {t(`deliverables.milestone-type.${row.type}`)}
          </Chip>
        </div>
      </th>
      <td>
        <WorkingDue {...row} isOwed={row.state === 'SCHEDULED'} />
      </td>
      <td>
        <Chip tone={MILESTONE_TONE[row.state]}>
          {t(`deliverables.milestone-state.${row.state}`)}
        </Chip>
        {row.occurredOn !== null && <div>{formatDate(locale, row.occurredOn)}</div>}
        {row.note !== '' && <div>{row.note}</div>}
      </td>
      <td colSpan={2}>
        {page.mayEdit && (
          <MilestoneResultForm no={row.no} title={row.title} today={page.today} outcome={outcome} />
        )}
      </td>
    </tr>
  );
}

function dateKey({ dueOn }: { dueOn: string | null }): string {
  return dueOn ?? '9999';
}
