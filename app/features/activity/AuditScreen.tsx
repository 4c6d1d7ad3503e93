import { useTranslate } from '../../i18n/translate.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import type { ActivityPage } from '../../use-cases/activity/activity-views.ts';
import shared from '../register/register.module.css';
import { EventList } from './EventList.tsx';

/** Everything that was recorded in the project. */
export function AuditScreen({ page }: { page: ActivityPage }) {
  const t = useTranslate();
  return (
    <>
      <RecordHeader title={t('activity.audit')} summary={t('activity.audit.lead')} />
      <div className={shared.body}>
        <EventList events={page.events} assignments="named" />
        {page.next !== null && (
          <p>
            <ButtonLink to={`?before=${page.next}`}>{t('activity.older')}</ButtonLink>
          </p>
        )}
      </div>
    </>
  );
}
