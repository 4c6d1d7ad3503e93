import { registerSearch } from '../../domain/register/register-query.ts';
import { Link } from '../../framework.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import type { RegisterPageView } from '../../use-cases/register/register-views.ts';
import styles from './RegisterScreen.module.css';

/** Where in a long register one is; nothing where it fits on one page. */
export function RegisterPages({ page: { query, pages } }: { page: RegisterPageView }) {
  const t = useTranslate();
  if (pages === 1) return null;
  const to = (page: number) => `/assignments${registerSearch({ ...query, page })}`;
  return (
    <nav className={styles.pages} aria-label={t('portfolio.table.pages')}>
      {query.page > 1 && (
        <Link to={to(query.page - 1)} rel="prev">
          {t('portfolio.table.previous')}
        </Link>
      )}
      <span>{t('portfolio.table.page', { page: query.page, pages })}</span>
      {query.page < pages && (
        <Link to={to(query.page + 1)} rel="next">
          {t('portfolio.table.next')}
        </Link>
      )}
    </nav>
  );
}
