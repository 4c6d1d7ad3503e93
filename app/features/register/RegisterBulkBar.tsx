import { PROCUREMENT_REVIEWS } from '../../domain/register/assignment.ts';
import { inLocale, type Bilingual } from '../../domain/shared/locale.ts';
import { Form, useNavigation } from '../../framework.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { ComponentView } from '../../use-cases/register/assignment-views.ts';
import type { FormOutcome } from './FactsScreen.tsx';
import styles from './RegisterBulkBar.module.css';

type Props = {
  components: readonly ComponentView[];
  managers: readonly { id: string; name: Bilingual }[];
  outcome: FormOutcome;
};

/** The form that the ticks of the rows belong to. It stays in sight once a row is ticked. */
export function RegisterBulkBar({ components, managers, outcome }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const isSaving = useNavigation().state === 'submitting';
  const refusedRows = Object.entries(outcome?.fields ?? {});
  const chosen = (name: string) => outcome?.submitted[name] ?? '';
  return (
    <Form method="post" id={BULK_FORM} className={styles.bar} preventScrollReset>
      {outcome !== null && (
        <Notice tone="danger">
          {refusedRows.length === 0 ? (
            t(`refusals.${outcome.code}`)
          ) : (
            <>
              {t('portfolio.bulk.refused')}{' '}
              {refusedRows.map(([code, reason]) => `${code}: ${t(`refusals.${reason}`)}`).join(' ')}
            </>
          )}
        </Notice>
      )}
      <fieldset>
        <legend>{t('portfolio.bulk.title')}</legend>
        <input type="hidden" name="intent" value="bulk" />
        <label>
          <span>{t('portfolio.bulk.component')}</span>
          <select name="componentId" defaultValue={chosen('componentId')}>
            <option value="">{t('portfolio.bulk.leave')}</option>
            {components.map(({ id, no, name }) => (
              <option key={id} value={id}>
                {`${no} ${inLocale(name, locale)}`}
              </option>
            ))}
            <option value="none">{t('portfolio.bulk.no-component')}</option>
          </select>
        </label>
        <label>
          <span>{t('portfolio.bulk.manager')}</span>
          <select name="managerId" defaultValue={chosen('managerId')}>
            <option value="">{t('portfolio.bulk.leave')}</option>
            {managers.map(({ id, name }) => (
              <option key={id} value={id}>
                {inLocale(name, locale)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('portfolio.bulk.review')}</span>
          <select name="review" defaultValue={chosen('review')}>
            <option value="">{t('portfolio.bulk.leave')}</option>
            {PROCUREMENT_REVIEWS.map((review) => (
              <option key={review} value={review}>
                {t(`portfolio.review.${review}`)}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit" look="primary" disabled={isSaving}>
          {t('portfolio.bulk.apply')}
        </Button>
      </fieldset>
    </Form>
  );
}

/** The ticks stand in the table and name their form; a form cannot hold another one. */
const BULK_FORM = 'selected-rows';
