import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { Locale } from '../domain/shared/locale.ts';
import type { Catalogue, PageCatalogue } from './catalogue.ts';
import { translator, type Translate } from './translator.ts';

type Spoken = { locale: Locale; catalogue: PageCatalogue; t: Translate };

const Language = createContext<Spoken | null>(null);

/** Gives the words of one language to everything inside it. */
export function I18nProvider(props: {
  locale: Locale;
  catalogue: PageCatalogue;
  children: ReactNode;
}) {
  const { locale, catalogue, children } = props;
  const language = useMemo(
    () => ({ locale, catalogue, t: translator(locale, catalogue) }),
    [locale, catalogue],
  );
  return <Language.Provider value={language}>{children}</Language.Provider>;
}

/** Adds words that were loaded later, for everything inside it. */
export function MoreWords(props: { words: Partial<Catalogue>; children: ReactNode }) {
  const { words, children } = props;
  const { locale, catalogue } = useLanguage();
  const all = useMemo(() => ({ ...catalogue, ...words }), [catalogue, words]);
  return (
    <I18nProvider locale={locale} catalogue={all}>
      {children}
    </I18nProvider>
  );
}

/** `t('register.stage.TOR_DRAFT')`, `t('register.days-late', { count: 3 })`. */
export function useTranslate(): Translate {
  return useLanguage().t;
}

export function useLocale(): Locale {
  return useLanguage().locale;
}

function useLanguage(): Spoken {
  const language = useContext(Language);
  if (language === null) throw new Error('Rendered outside I18nProvider');
  return language;
}
