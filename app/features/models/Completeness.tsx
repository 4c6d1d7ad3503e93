import type { LinkCompleteness } from '../../domain/models/link-completeness.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import styles from './models.module.css';

/** How many texts and comments are tied to a data model. */
export function Completeness({ completeness }: { completeness: LinkCompleteness }) {
  const t = useTranslate();
  const { linked, of } = completeness;
  return (
    <span className={styles.completeness}>
      <meter min={0} max={Math.max(of, 1)} value={linked} aria-hidden />
      {t('models.completeness', { linked, of })}
    </span>
  );
}
