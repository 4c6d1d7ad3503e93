import type { CalendarDate } from '../../domain/shared/calendar-date.ts';
import { formatDate } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Due } from '../../ui/Due.tsx';
import { deliverableDistance, type DueFacts } from './deliverable-distance.ts';
import styles from './register.module.css';

/** When a deliverable is due and whether that is late or soon. */
export function DeliverableDue({
  deliverable,
  today,
}: {
  deliverable: DueFacts;
  today: CalendarDate;
}) {
  const t = useTranslate();
  const locale = useLocale();
  if (deliverable.dueOn === null) {
    return <span className={styles.faint}>{t('register.no-date')}</span>;
  }
  const distance = deliverableDistance(deliverable, today);
  const words = {
    late: () => t('register.days-late', { count: deliverable.daysOverdue }),
    soon: (days: number) =>
      days === 0 ? t('register.due-today') : t('register.days-left', { count: days }),
  };
  return (
    <Due
      date={deliverable.dueOn}
      dateText={formatDate(locale, deliverable.dueOn)}
      distance={
        distance.kind === 'calm'
          ? null
          : distance.kind === 'late'
            ? words.late()
            : words.soon(distance.days)
      }
      tone={
        distance.kind === 'late' ? 'danger' : distance.kind === 'soon' ? distance.tone : 'neutral'
      }
    />
  );
}
