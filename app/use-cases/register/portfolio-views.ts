/** What the portfolio shows. Types only; the use case fills them. */
import type { Figures } from '../../domain/register/portfolio.ts';
import type { CalendarDate } from '../../domain/shared/calendar-date.ts';
import type { Bilingual } from '../../domain/shared/locale.ts';

export type FiguresRow = Figures & {
  /** Null for what has no component yet. */
  component: { no: number; name: Bilingual } | null;
};

export type PortfolioView = {
  today: CalendarDate;
  rows: FiguresRow[];
  total: Figures;
  /** Whether the reader may know amounts at all. */
  showsMoney: boolean;
  /** SHA-256, in hex, of the figures as canonical JSON. */
  hash: string;
};
