import { inLocale } from '../../domain/shared/locale.ts';
import { Link } from '../../framework.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import type { TargetView } from '../../use-cases/models/model-views.ts';
import styles from './models.module.css';

/** What a record is tied to: model, name, and a word where the model has moved on since. */
export function TargetChip({ target, revision }: { target: TargetView; revision?: number }) {
  const t = useTranslate();
  const locale = useLocale();
  const isBehind = revision !== undefined && revision < target.revision;
  return (
    <Link to={target.to} className={styles.target} title={target.key}>
      <b>{t(`models.model.${target.model}`)}</b>
      {inLocale(target.title, locale)}
      {isBehind && <em>{t('models.behind', { from: revision, to: target.revision })}</em>}
    </Link>
  );
}
