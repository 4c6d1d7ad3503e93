import type { FormRefusal } from '../../http/refusal-response.server.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import type { CalendarPage } from '../../use-cases/calendar/calendar-page.server.ts';
import form from '../register/form.module.css';
import shared from '../register/register.module.css';
import { OverrideForm } from './OverrideForm.tsx';
import { OverrideTable } from './OverrideTable.tsx';
import { YearTable } from './YearTable.tsx';

type Props = { page: CalendarPage; refusal: FormRefusal | null };

/** The calendar that working days are counted by, with its sources, and what the office changed. */
export function CalendarScreen({ page, refusal }: Props) {
  const t = useTranslate();
  return (
    <>
      <RecordHeader title={t('calendar.title')} summary={t('calendar.lead')} />
      <div className={shared.body}>
        <Card title={t('calendar.overrides')}>
          <OverrideTable overrides={page.overrides} mayEdit={page.mayEdit} />
          {page.mayEdit && (
            <div className={form.form}>
              <OverrideForm refusal={refusal} />
            </div>
          )}
        </Card>
        {page.years.map(({ year, source, days }) => (
          <Card key={year} title={t('calendar.year', { year: String(year) })}>
            {source === null ? (
              <Notice tone="warn">{t('calendar.uncovered', { year: String(year) })}</Notice>
            ) : (
              <YearTable days={days} source={source} />
            )}
          </Card>
        ))}
      </div>
    </>
  );
}
