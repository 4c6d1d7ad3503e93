import { LOCALES } from '../../domain/shared/locale.ts';
import { useLocation } from '../../framework.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './PreferenceForms.module.css';

const THEMES = ['light', 'dark', 'system'] as const;

/** Language and appearance. Plain forms: both change by loading the page anew. */
export function PreferenceForms({ theme }: { theme: (typeof THEMES)[number] }) {
  const t = useTranslate();
  const locale = useLocale();
  const { pathname, search } = useLocation();
  const next = <input type="hidden" name="next" value={pathname + search} />;
  return (
    <div className={styles.preferences}>
      <form method="post" action="/preferences" aria-label={t('shell.language')}>
        {next}
        {LOCALES.map((language) => (
          <button
            key={language}
            name="locale"
            value={language}
            lang={language}
            aria-label={t(`shell.language.${language}`)}
            aria-pressed={language === locale}
          >
            {t(`shell.language.${language}.short`)}
          </button>
        ))}
      </form>
      <form method="post" action="/preferences" aria-label={t('shell.theme')}>
        {next}
        {THEMES.map((name) => (
          <button
            key={name}
            name="theme"
            value={name}
            aria-label={t(`shell.theme.${name}`)}
            title={t(`shell.theme.${name}`)}
            aria-pressed={name === theme}
          >
            <Icon name={name} />
          </button>
        ))}
      </form>
    </div>
  );
}
