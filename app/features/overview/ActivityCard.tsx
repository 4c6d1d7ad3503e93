import { useTranslate } from '../../i18n/translate.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { EventView } from '../../use-cases/activity/activity-views.ts';
import { EventList } from '../activity/EventList.tsx';

/** The latest events. */
export function ActivityCard({ code, events }: { code: string; events: readonly EventView[] }) {
  const t = useTranslate();
  return (
    <Card
      title={t('activity.title')}
      aside={
        <ButtonLink to={`/assignments/${code}/activity`} look="quiet">
          {t('overview.page.open')}
        </ButtonLink>
      }
    >
      {events.length === 0 ? (
        <EmptyState>{t('activity.none')}</EmptyState>
      ) : (
        <EventList events={events} assignments="known" />
      )}
    </Card>
  );
}
