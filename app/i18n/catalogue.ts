import type { Locale } from '../domain/shared/locale.ts';
import type en from './en/index.ts';
import type { Message, PlaceholdersOf } from './message.ts';

/** All words of one language, by namespace. English gives the keys; see `SameKeys`. */
export type Catalogue = {
  readonly [Namespace in keyof English]: { readonly [Key in keyof English[Namespace]]: Message };
};

/** The words that are there on every page. */
export type PageCatalogue = Omit<Catalogue, 'editor' | 'text-pages'>;

/** Every key that `t` knows, e.g. `register.stage.TOR_DRAFT`. */
export type MessageKey = {
  [Namespace in keyof English]: `${Namespace}.${keyof English[Namespace] & string}`;
}[keyof English];

/** The names that the text of `Key` holds in braces. */
export type ValueNames<Key extends MessageKey> = Key extends `${infer Namespace}.${infer Rest}`
  ? Namespace extends keyof English
    ? Rest extends keyof English[Namespace]
      ? PlaceholdersOf<English[Namespace][Rest]>
      : never
    : never
  : never;

type English = typeof en;

/** Loads the words of one language. In the browser the other language is never fetched. */
export async function loadCatalogue(locale: Locale): Promise<PageCatalogue> {
  return locale === 'zh-CN'
    ? (await import('./zh-CN/pages.ts')).default
    : (await import('./en/pages.ts')).default;
}

/** Loads the words that only the editor needs; `MoreWords` adds them to those of the page. */
export async function loadEditorWords(locale: Locale): Promise<Pick<Catalogue, 'editor'>> {
  const { editor } =
    locale === 'zh-CN' ? await import('./zh-CN/editor.ts') : await import('./en/editor.ts');
  return { editor };
}

/** Loads the words of the pages about a text, which send them with what they show. */
export async function loadTextPageWords(locale: Locale): Promise<Pick<Catalogue, 'text-pages'>> {
  const { textPages } =
    locale === 'zh-CN' ? await import('./zh-CN/text-pages.ts') : await import('./en/text-pages.ts');
  return { 'text-pages': textPages };
}
