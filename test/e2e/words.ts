import type { Locale } from '#app/domain/shared/locale.ts';
import en from '#app/i18n/en/index.ts';
import { translator, type Translate } from '#app/i18n/translator.ts';
import zhCN from '#app/i18n/zh-CN/index.ts';

/** The words of the interface, so that a test names a button as a person of that language does. */
export const WORDS: Record<Locale, Translate> = {
  'zh-CN': translator('zh-CN', zhCN),
  en: translator('en', en),
};
