import { useTranslate } from '../../i18n/translate.tsx';
import styles from './register.module.css';

/** Says that a value is not from the record of the project. */
export function AssumedMark() {
  const t = useTranslate();
  return (
    <span className={styles.assumed} title={t('register.assumed.explanation')}>
      {t('register.assumed')}
    </span>
  );
}
