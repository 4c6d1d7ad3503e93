import { inLocale } from '../../domain/shared/locale.ts';
import { Link } from '../../framework.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { DeliverableEventView } from '../../use-cases/register/deliverable-views.ts';
import styles from './deliverables.module.css';

/** Submissions and decisions in the order in which they happened. */
export function DeliverableHistory({ events }: { events: readonly DeliverableEventView[] }) {
  const t = useTranslate();
  return (
    <Card title={t('deliverables.page.history')}>
      {events.length === 0 ? (
        <EmptyState>{t('deliverables.page.history.empty')}</EmptyState>
      ) : (
        <ol className={styles.events} aria-label={t('deliverables.page.history')}>
          {events.map((event) => (
            <li key={event.id}>
              <Event event={event} />
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

function Event({ event }: { event: DeliverableEventView }) {
  const t = useTranslate();
  const locale = useLocale();
  const { submission, side, reason } = event;
  return (
    <>
      <span className={styles.event}>
        <b>{useEventWords(event)}</b>
        <span>
          {inLocale(event.personName, locale)} ·{' '}
          <time dateTime={event.at}>{formatDateTime(locale, event.at)}</time>
        </span>
      </span>
      {side === null && submission?.isReadable === true && (
        <Link to={`/documents/${submission.documentId}/versions?no=${submission.versionNo}`}>
          {t('deliverables.event.version', { no: submission.versionNo })}
        </Link>
      )}
      {reason !== '' && <p>{reason}</p>}
    </>
  );
}

function useEventWords({ event, side, submission }: DeliverableEventView): string {
  const t = useTranslate();
  if (event !== 'SUBMITTED') {
    return t(`deliverables.event.${event}`, { side: t(`deliverables.side.${side ?? 'PMO'}`) });
  }
  return submission === null
    ? t('deliverables.event.submitted-before')
    : t('deliverables.event.SUBMITTED', { no: submission.no });
}
