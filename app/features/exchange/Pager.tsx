import { Link } from '../../framework.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import styles from './exchange.module.css';

type Props = {
  page: { from: number; count: number; previous: number | null; next: number | null };
  shown: number;
  /** The address of a page by its number. */
  to: (page: number) => string;
};

/** Which of the rows are shown, and the way to the others. */
export function Pager({ page, shown, to }: Props) {
  const t = useTranslate();
  const { from, count, previous, next } = page;
  if (previous === null && next === null) return null;
  return (
    <nav className={styles.pages} aria-label={t('exchange.trial.pages')}>
      {previous !== null && <Link to={to(previous)}>{t('exchange.trial.previous')}</Link>}
      <span>{t('exchange.trial.page', { from, to: from + shown - 1, count })}</span>
      {next !== null && <Link to={to(next)}>{t('exchange.trial.next')}</Link>}
    </nav>
  );
}
