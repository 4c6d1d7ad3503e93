import { inLocale } from '../../domain/shared/locale.ts';
import { Form } from '../../framework.ts';
import { formatDate } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import table from '../../ui/table-look.module.css';
import type { CalendarPage } from '../../use-cases/calendar/calendar-page.server.ts';

type Props = Pick<CalendarPage, 'overrides' | 'mayEdit'>;

/** Days on which the office says otherwise than the published calendar. */
export function OverrideTable({ overrides, mayEdit }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  if (overrides.length === 0) return <EmptyState>{t('calendar.overrides.none')}</EmptyState>;
  return (
    <ScrollRegion className={table.scroll} label={t('calendar.overrides')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('calendar.day')}</th>
            <th scope="col">{t('calendar.is')}</th>
            <th scope="col">{t('calendar.reason')}</th>
            <th scope="col">{t('calendar.by')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('calendar.take-back')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {overrides.map(({ date, isWorking, reason, enteredByName }) => (
            <tr key={date}>
              <th scope="row">{formatDate(locale, date)}</th>
              <td>{t(isWorking ? 'calendar.is.WORKING' : 'calendar.is.FREE')}</td>
              <td>{reason}</td>
              <td>{inLocale(enteredByName, locale)}</td>
              <td>
                {mayEdit && (
                  <Form method="post">
                    <input type="hidden" name="date" value={date} />
                    <input type="hidden" name="is" value="PUBLISHED" />
                    <Button type="submit" look="quiet">
                      {t('calendar.take-back')}
                    </Button>
                  </Form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
