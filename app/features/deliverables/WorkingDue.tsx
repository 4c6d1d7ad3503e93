import type { CalendarDate } from '../../domain/shared/calendar-date.ts';
import { SOON_WORKING_DAYS } from '../../domain/register/due-item.ts';
import { formatDate } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Due } from '../../ui/Due.tsx';

type Props = {
  dueOn: CalendarDate | null;
  /** Until it is due; negative when late. */
  workingDays: number | null;
  /** Past its day, and still owed. */
  isLate: boolean;
  /** Whether how far it is away still matters. */
  isOwed: boolean;
};

const VERY_SOON = 5;

/** A due date and how many working days away it is, as far as that matters. */
export function WorkingDue({ dueOn, workingDays, isLate, isOwed }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  if (dueOn === null || workingDays === null) return <span>{t('register.no-date')}</span>;
  const date = { date: dueOn, dateText: formatDate(locale, dueOn) };
  if (!isOwed) return <Due {...date} distance={null} tone="neutral" />;
  if (isLate) {
    // Late on a holiday is late by no working day yet.
    const count = Math.abs(workingDays);
    return <Due {...date} distance={t('deliverables.days-late', { count })} tone="danger" />;
  }
  if (workingDays > SOON_WORKING_DAYS) return <Due {...date} distance={null} tone="neutral" />;
  return (
    <Due
      {...date}
      distance={
        workingDays === 0
          ? t('register.due-today')
          : t('deliverables.days-left', { count: workingDays })
      }
      tone={workingDays <= VERY_SOON ? 'warn' : 'info'}
    />
  );
}
