import { useTranslate } from '../../i18n/translate.tsx';
import styles from './register.module.css';

/** A star in a dense table; the line under the table explains it. */
export function AssumedStar() {
  const t = useTranslate();
  return (
    <abbr
      className={styles.star}
      title={t('register.assumed.explanation')}
      aria-label={t('register.assumed')}
    >
      {'\u2060*'}
    </abbr>
  );
}

/** Says that a value is not from the record of the project. */
export function AssumedMark() {
  const t = useTranslate();
  return (
    <span className={styles.assumed} title={t('register.assumed.explanation')}>
      {t('register.assumed')}
    </span>
  );
}
