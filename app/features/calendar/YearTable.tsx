import { inLocale } from '../../domain/shared/locale.ts';
import { formatDate } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import table from '../../ui/table-look.module.css';
import type { CalendarPage } from '../../use-cases/calendar/calendar-page.server.ts';
import shared from '../register/register.module.css';

type Day = CalendarPage['years'][number]['days'][number];

/** One year: each holiday with its days off and the weekend days worked in exchange. */
export function YearTable({ days, source }: { days: readonly Day[]; source: string }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <>
      <ScrollRegion className={table.scroll} label={t('calendar.column.holiday')}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('calendar.column.holiday')}</th>
              <th scope="col">{t('calendar.column.free')}</th>
              <th scope="col">{t('calendar.column.worked')}</th>
            </tr>
          </thead>
          <tbody>
            {holidaysIn(days).map(({ name, free, worked }) => (
              <tr key={name.en}>
                <th scope="row">{inLocale(name, locale)}</th>
                <td>{spanOf(free, (date) => formatDate(locale, date))}</td>
                <td>{worked.map((date) => formatDate(locale, date)).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className={shared.note}>{t('calendar.source', { source })}</p>
    </>
  );
}

type Holiday = { name: Day['name']; free: string[]; worked: string[] };

function holidaysIn(days: readonly Day[]): Holiday[] {
  const holidays = new Map<string, Holiday>();
  for (const { date, isWorking, name } of days) {
    const holiday = holidays.get(name.en) ?? { name, free: [], worked: [] };
    (isWorking ? holiday.worked : holiday.free).push(date);
    holidays.set(name.en, holiday);
  }
  return [...holidays.values()].sort((left, right) =>
    (left.free[0] ?? '').localeCompare(right.free[0] ?? ''),
  );
}

function spanOf(dates: readonly string[], format: (date: string) => string): string {
  const first = dates[0];
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return '';
  return first === last ? format(first) : `${format(first)} – ${format(last)}`;
}
