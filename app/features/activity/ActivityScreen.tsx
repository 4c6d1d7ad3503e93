import { useTranslate } from '../../i18n/translate.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { ActivityPage } from '../../use-cases/activity/activity-views.ts';
import type { AssignmentFrame as Frame } from '../../use-cases/register/assignment-views.ts';
import { AssignmentFrame } from '../register/AssignmentFrame.tsx';
import shared from '../register/register.module.css';
import { EventList } from './EventList.tsx';

/** Everything that happened on one assignment, as far as the reader may know it. */
export function ActivityScreen({ frame, page }: { frame: Frame; page: ActivityPage }) {
  const t = useTranslate();
  return (
    <AssignmentFrame frame={frame}>
      <div className={shared.body}>
        <Card title={t('activity.title')}>
          {page.events.length === 0 ? (
            <EmptyState>{t('activity.none')}</EmptyState>
          ) : (
            <EventList events={page.events} assignments="known" />
          )}
        </Card>
        {page.next !== null && (
          <p>
            <ButtonLink to={`?before=${page.next}`}>{t('activity.older')}</ButtonLink>
          </p>
        )}
      </div>
    </AssignmentFrame>
  );
}
