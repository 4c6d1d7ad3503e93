import { inLocale, inOtherLocale, type Bilingual } from '../../domain/shared/locale.ts';
import { useLocale } from '../../i18n/translate.tsx';
import styles from './register.module.css';

/** The reader's language first, the other one lighter after it. */
export function BilingualText({ text }: { text: Bilingual }) {
  const locale = useLocale();
  return (
    <>
      {inLocale(text, locale)}{' '}
      <span className={styles.other} lang={locale === 'en' ? 'zh-CN' : 'en'}>
        {inOtherLocale(text, locale)}
      </span>
    </>
  );
}
