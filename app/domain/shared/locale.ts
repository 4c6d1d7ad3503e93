/** The two interface languages. They are equal: a text that exists in one exists in the other. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** A short text in both languages, as stored for titles and template words. */
export type Bilingual = { zh: string; en: string };

export function isLocale(value: unknown): value is Locale {
  return value === 'zh-CN' || value === 'en';
}

/** The half of a bilingual text that a reader of `locale` sees first. */
export function inLocale(text: Bilingual, locale: Locale): string {
  return locale === 'zh-CN' ? text.zh : text.en;
}

/** The other half, shown smaller beside it. */
export function inOtherLocale(text: Bilingual, locale: Locale): string {
  return locale === 'zh-CN' ? text.en : text.zh;
}
