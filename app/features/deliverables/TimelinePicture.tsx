import { useId } from 'react';
import { inLocale } from '../../domain/shared/locale.ts';
import { formatDate } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import type { TimelinePage, TimelineRow } from '../../use-cases/register/timeline-views.ts';
import { TimelineMark } from './TimelineMark.tsx';
import { monthsOf, spanOf, xOf, type Span } from './timeline-scale.ts';
import styles from './timeline.module.css';

const LABELS = 92;
const HEAD = 34;
const ROW = 26;
const PER_DAY = 1.6;

/** Months from left to right, contracts from top to bottom. Its links lead to the contracts. */
export function TimelinePicture({ page }: { page: TimelinePage }) {
  const t = useTranslate();
  const id = useId();
  const { rows, today } = page;
  const span = spanOf(page);
  const width = LABELS + xOf(span.to, span, PER_DAY);
  const height = HEAD + rows.length * ROW + 6;
  return (
    <ScrollRegion className={styles.scroll} label={t('deliverables.timeline.title')}>
      <svg
        className={styles.picture}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-labelledby={`${id}-title ${id}-text`}
      >
        <title id={`${id}-title`}>{t('deliverables.timeline.title')}</title>
        <desc id={`${id}-text`}>{t('deliverables.timeline.description')}</desc>
        <g aria-hidden="true" transform={`translate(${LABELS} 0)`}>
          <Holidays page={page} span={span} height={height} />
          <Months span={span} height={height} />
          <line
            className={styles.today}
            x1={xOf(today, span, PER_DAY)}
            x2={xOf(today, span, PER_DAY)}
            y1={HEAD - 8}
            y2={height}
          >
            <title>{t('deliverables.timeline.today')}</title>
          </line>
        </g>
        {rows.map((row, index) => (
          <g key={row.code} transform={`translate(0 ${HEAD + index * ROW})`}>
            <Row row={row} span={span} width={width} />
          </g>
        ))}
      </svg>
    </ScrollRegion>
  );
}

function Row({ row, span, width }: { row: TimelineRow; span: Span; width: number }) {
  const locale = useLocale();
  const { code, title, marks } = row;
  return (
    <>
      <line className={styles.rule} x1={0} x2={width} y1={ROW} y2={ROW} aria-hidden="true" />
      <a href={`/assignments/${code}`} aria-label={`${code} ${inLocale(title, locale)}`}>
        <rect className={styles.target} width={LABELS - 6} height={ROW} />
        <text className={styles.code} x={4} y={ROW / 2} dominantBaseline="central">
          {code}
        </text>
      </a>
      <g aria-hidden="true" transform={`translate(${LABELS} ${ROW / 2})`}>
        {marks.map((mark, index) => (
          <TimelineMark
            key={index}
            mark={mark}
            from={xOf(mark.on, span, PER_DAY)}
            until={xOf(mark.until ?? mark.on, span, PER_DAY)}
          />
        ))}
      </g>
    </>
  );
}

function Holidays({ page, span, height }: { page: TimelinePage; span: Span; height: number }) {
  const t = useTranslate();
  const inside = page.holidays.filter(({ from, to }) => to >= span.from && from < span.to);
  return inside.map(({ from, to }) => {
    const x = xOf(from, span, PER_DAY);
    return (
      <rect
        key={from}
        className={styles.holiday}
        x={x}
        y={HEAD - 8}
        width={xOf(to, span, PER_DAY) - x + PER_DAY}
        height={height}
      >
        <title>{`${t('deliverables.timeline.holiday')} ${from} – ${to}`}</title>
      </rect>
    );
  });
}

function Months({ span, height }: { span: Span; height: number }) {
  const locale = useLocale();
  return monthsOf(span).map((month) => {
    const x = xOf(month, span, PER_DAY);
    const isFirst = month === span.from || month.endsWith('-01-01');
    return (
      <g key={month}>
        <line className={styles.month} x1={x} x2={x} y1={HEAD - 8} y2={height} />
        <text className={styles.monthName} x={x + 3} y={HEAD - 12}>
          {monthName(formatDate(locale, month), locale)}
        </text>
        {isFirst && (
          <text className={styles.year} x={x + 3} y={11}>
            {month.slice(0, 4)}
          </text>
        )}
      </g>
    );
  });
}

/** `1 Nov 2026` -> `Nov`, `2026年11月1日` -> `11月`. */
function monthName(date: string, locale: string): string {
  return (locale === 'en' ? /[A-Z]\w\w/ : /\d+月/).exec(date)?.[0] ?? date;
}
