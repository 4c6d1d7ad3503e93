import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { Locale } from '../domain/shared/locale.ts';
import type { Catalogue } from './catalogue.ts';
import { translator, type Translate } from './translator.ts';

const Language = createContext<{ locale: Locale; t: Translate } | null>(null);

/** Gives the words of one language to everything inside it. */
export function I18nProvider(props: { locale: Locale; catalogue: Catalogue; children: ReactNode }) {
  const { locale, catalogue, children } = props;
  const language = useMemo(
    () => ({ locale, t: translator(locale, catalogue) }),
    [locale, catalogue],
  );
  return <Language.Provider value={language}>{children}</Language.Provider>;
}

/** `t('register.stage.TOR_DRAFT')`, `t('register.days-late', { count: 3 })`. */
export function useTranslate(): Translate {
  return useLanguage().t;
}

export function useLocale(): Locale {
  return useLanguage().locale;
}

function useLanguage(): { locale: Locale; t: Translate } {
  const language = useContext(Language);
  if (language === null) throw new Error('Rendered outside I18nProvider');
  return language;
}
