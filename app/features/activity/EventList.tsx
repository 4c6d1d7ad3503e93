import { inLocale } from '../../domain/shared/locale.ts';
import { Link } from '../../framework.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import type { EventView } from '../../use-cases/activity/activity-views.ts';
import styles from './activity.module.css';
import { ChangeList } from './ChangeList.tsx';

type Props = {
  events: readonly EventView[];
  /** Whether each event names the assignment it belongs to. */
  assignments: 'named' | 'known';
};

/** What happened: when, who, what, and from which value to which. */
export function EventList({ events, assignments }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <ol className={styles.events}>
      {events.map((event) => (
        <li key={event.seq} id={`event-${event.seq}`}>
          <time dateTime={event.at}>{formatDateTime(locale, event.at)}</time>
          <div>
            <b>{event.by === null ? t('activity.system') : inLocale(event.by, locale)}</b>{' '}
            {t(`activity.action.${event.action}`)}{' '}
            {assignments === 'named' && event.assignmentCode !== null && (
              <Link to={`/assignments/${event.assignmentCode}`}>{event.assignmentCode}</Link>
            )}
            <ChangeList changes={event.changes} />
          </div>
        </li>
      ))}
    </ol>
  );
}
