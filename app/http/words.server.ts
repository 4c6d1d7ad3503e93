import type { Locale } from '../domain/shared/locale.ts';
import { loadCatalogue } from '../i18n/catalogue.ts';
import { loadMoreWords, type SentNamespace } from '../i18n/more-words.server.ts';
import { translator, type Translate } from '../i18n/translator.ts';
import { localeFor } from './preferences.server.ts';

export type Words = {
  locale: Locale;
  t: Translate;
  /** The name of a page as it stands in the tab of the browser. */
  pageTitle: (page: string) => string;
};

/** The same with words that only some pages need; such a page sends `words` along. */
export async function wordsWith<Namespace extends SentNamespace>(
  request: Request,
  person: { locale: Locale | null },
  namespaces: readonly Namespace[],
) {
  const { locale, pageTitle } = await wordsFor(request, person);
  const [catalogue, words] = await Promise.all([
    loadCatalogue(locale),
    loadMoreWords(locale, namespaces),
  ]);
  return { locale, pageTitle, words, t: translator(locale, { ...catalogue, ...words }) };
}

/** The words of the language that a page will be shown in. */
export async function wordsFor(
  request: Request,
  person: { locale: Locale | null } | null,
): Promise<Words> {
  const locale = localeFor(request, person);
  const t = translator(locale, await loadCatalogue(locale));
  return { locale, t, pageTitle: (page) => t('shell.page-title', { page }) };
}
