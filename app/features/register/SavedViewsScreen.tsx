import { Form, Link } from '../../framework.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import type { SavedView } from '../../use-cases/register/register-views.ts';
import type { FormOutcome } from './FactsScreen.tsx';
import shared from './register.module.css';
import styles from './SavedViewsScreen.module.css';

type Props = { views: readonly SavedView[]; outcome: FormOutcome };

/** The views that the reader keeps, to open, rename or delete. */
export function SavedViewsScreen({ views, outcome }: Props) {
  const t = useTranslate();
  return (
    <>
      <RecordHeader
        crumbsLabel={t('shell.breadcrumb')}
        crumbs={[{ to: '/assignments', label: t('shell.assignments') }]}
        title={t('portfolio.views.manage')}
        summary={t('portfolio.views.lead')}
      />
      <div className={shared.body}>
        {outcome !== null && <Notice tone="danger">{t(`refusals.${outcome.code}`)}</Notice>}
        {outcome?.submitted.intent === 'save' && <SaveAgain submitted={outcome.submitted} />}
        {views.length === 0 ? (
          <EmptyState
            action={<ButtonLink to="/assignments">{t('portfolio.views.open-register')}</ButtonLink>}
          >
            {t('portfolio.views.empty')}
          </EmptyState>
        ) : (
          <ul className={styles.views}>
            {views.map((view) => (
              <li key={view.id}>
                <ViewLine view={view} outcome={outcome} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

/** The name was not taken: here it can be changed and sent again. */
function SaveAgain({ submitted }: { submitted: Readonly<Record<string, string>> }) {
  const t = useTranslate();
  return (
    <Form method="post" className={styles.line}>
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="search" value={submitted.search ?? ''} />
      <input
        name="name"
        defaultValue={submitted.name}
        aria-label={t('portfolio.views.name')}
        aria-invalid="true"
        maxLength={80}
        required
      />
      <Button type="submit" look="primary">
        {t('portfolio.views.keep')}
      </Button>
    </Form>
  );
}

function ViewLine({ view, outcome }: { view: SavedView; outcome: FormOutcome }) {
  const t = useTranslate();
  const { id, name, query } = view;
  const isRefused = outcome?.submitted.viewId === id;
  return (
    <div className={styles.line}>
      <Link to={`/assignments${query === '' ? '' : `?${query}`}`}>{name}</Link>
      <Form method="post">
        <input type="hidden" name="intent" value="rename" />
        <input type="hidden" name="viewId" value={id} />
        <input
          name="name"
          defaultValue={isRefused ? outcome.submitted.name : name}
          aria-label={t('portfolio.views.rename-of', { name })}
          aria-invalid={isRefused || undefined}
          maxLength={80}
          required
        />
        <Button type="submit">{t('portfolio.views.rename')}</Button>
      </Form>
      <Form method="post">
        <input type="hidden" name="intent" value="delete" />
        <input type="hidden" name="viewId" value={id} />
        <Button type="submit" aria-label={t('portfolio.views.delete-of', { name })}>
          {t('portfolio.views.delete')}
        </Button>
      </Form>
    </div>
  );
}
