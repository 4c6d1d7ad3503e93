import { inLocale } from '../../domain/shared/locale.ts';
import { Link } from '../../framework.ts';
import { formatDate } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Card } from '../../ui/Card.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import table from '../../ui/table-look.module.css';
import type { TimelineRow } from '../../use-cases/register/timeline-views.ts';
import { useMarkWords } from './use-mark-words.ts';

/** The same dates as the picture, in words. */
export function TimelineTable({ rows }: { rows: readonly TimelineRow[] }) {
  const t = useTranslate();
  return (
    <Card title={t('deliverables.timeline.title')}>
      <ScrollRegion className={table.scroll} label={t('deliverables.timeline.title')}>
        <table className={table.table}>
          <caption className="visually-hidden">{t('deliverables.timeline.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('deliverables.timeline.contract')}</th>
              <th scope="col">{t('deliverables.timeline.date')}</th>
              <th scope="col">{t('deliverables.timeline.what')}</th>
              <th scope="col">{t('deliverables.timeline.kind')}</th>
            </tr>
          </thead>
          {rows.map((row) => (
            <Contract key={row.code} row={row} />
          ))}
        </table>
      </ScrollRegion>
    </Card>
  );
}

function Contract({ row: { code, title, marks } }: { row: TimelineRow }) {
  const t = useTranslate();
  const locale = useLocale();
  const words = useMarkWords();
  const kinds = {
    PERIOD: t('deliverables.timeline.period'),
    DELIVERABLE: t('deliverables.timeline.deliverable'),
    MILESTONE: t('deliverables.timeline.milestone'),
    PLANNED: t('deliverables.timeline.stage'),
    REACHED: t('deliverables.timeline.stage'),
  };
  return (
    <tbody>
      {(marks.length === 0 ? [null] : marks).map((mark, index) => (
        <tr key={index}>
          {index === 0 && (
            <th scope="rowgroup" rowSpan={Math.max(1, marks.length)}>
              <Link to={`/assignments/${code}`}>{code}</Link> {inLocale(title, locale)}
            </th>
          )}
          <td>
            {mark === null
              ? '–'
              : mark.until === null
                ? formatDate(locale, mark.on)
                : t('deliverables.timeline.from-to', {
                    from: formatDate(locale, mark.on),
                    to: formatDate(locale, mark.until),
                  })}
          </td>
          <td>{mark === null ? t('register.no-date') : words(mark)}</td>
          <td>{mark === null ? '' : kinds[mark.kind]}</td>
        </tr>
      ))}
    </tbody>
  );
}
