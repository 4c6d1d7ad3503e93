import {
  registerSearch,
  WHOLE_REGISTER,
  type RegisterQuery,
} from '../../domain/register/register-query.ts';
import { Form, Link } from '../../framework.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import type { SavedView } from '../../use-cases/register/register-views.ts';
import styles from './RegisterViews.module.css';

type Props = { query: RegisterQuery; savedViews: readonly SavedView[] };

/** Views that everybody has, then the reader's own; and the way to keep what is shown now. */
export function RegisterViews({ query, savedViews }: Props) {
  const t = useTranslate();
  const shown = registerSearch({ ...query, page: 1 });
  const views = [
    { key: 'all', name: t('portfolio.views.all'), search: '' },
    { key: 'mine', name: t('portfolio.views.mine'), search: search({ mine: true }) },
    { key: 'late', name: t('portfolio.views.late'), search: search({ due: 'late' }) },
    { key: 'waiting', name: t('portfolio.views.waiting'), search: search({ waiting: true }) },
    ...savedViews.map((view) => ({
      key: view.id,
      name: view.name,
      search: view.query === '' ? '' : `?${view.query}`,
    })),
  ];
  return (
    <div className={styles.views}>
      <nav aria-label={t('portfolio.views.label')}>
        <ul>
          {views.map((view) => (
            <li key={view.key}>
              <Link
                to={`/assignments${view.search}`}
                aria-current={view.search === shown ? 'page' : undefined}
              >
                {view.name}
              </Link>
            </li>
          ))}
          {savedViews.length > 0 && (
            <li>
              <Link to="/assignments/views">{t('portfolio.views.manage')}</Link>
            </li>
          )}
        </ul>
      </nav>
      {shown !== '' && (
        <details className={styles.save}>
          <summary>{t('portfolio.views.save')}</summary>
          <Form method="post" action="/assignments/views">
            <input type="hidden" name="intent" value="save" />
            <input type="hidden" name="search" value={shown} />
            <input
              name="name"
              required
              maxLength={80}
              aria-label={t('portfolio.views.name')}
              placeholder={t('portfolio.views.name')}
            />
            <Button type="submit">{t('portfolio.views.keep')}</Button>
          </Form>
        </details>
      )}
    </div>
  );
}

function search(wanted: Partial<RegisterQuery>): string {
  return registerSearch({ ...WHOLE_REGISTER, ...wanted });
}
