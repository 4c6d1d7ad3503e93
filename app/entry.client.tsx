import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { isLocale } from './domain/shared/locale.ts';
import { RemixBrowser } from './framework.ts';
import { loadCatalogue } from './i18n/catalogue.ts';
import { I18nProvider } from './i18n/translate.tsx';

const written = document.documentElement.lang;
const locale = isLocale(written) ? written : 'zh-CN';
const catalogue = await loadCatalogue(locale);

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nProvider locale={locale} catalogue={catalogue}>
        <RemixBrowser />
      </I18nProvider>
    </StrictMode>,
  );
});
