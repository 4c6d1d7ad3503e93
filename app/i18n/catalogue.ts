import type { Locale } from '../domain/shared/locale.ts';
import type en from './en/index.ts';
import type { Message, PlaceholdersOf } from './message.ts';

/** All words of one language, by namespace. English gives the keys; see `SameKeys`. */
export type Catalogue = {
  readonly [Namespace in keyof English]: { readonly [Key in keyof English[Namespace]]: Message };
};

/** The words that come only with the pages that need them. */
export type PageNamespace =
  | 'editor'
  | 'text-pages'
  | 'procurement'
  | 'board'
  | 'calendar'
  | 'contract'
  | 'deliverables'
  | 'overview'
  | 'places'
  | 'portfolio'
  | 'exchange'
  | 'models'
  | 'activity';

/** The words that are there on every page. */
export type PageCatalogue = Omit<Catalogue, PageNamespace>;

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

/**
 * Loads the words of one language. In the browser the other language is never fetched. Of the
 * refusals it holds those that every page can meet; see `more-words.server.ts` for the others.
 */
export async function loadCatalogue(locale: Locale): Promise<PageCatalogue> {
  const pages = locale === 'zh-CN' ? import('./zh-CN/pages.ts') : import('./en/pages.ts');
  return (await pages).default as PageCatalogue;
}

/** Loads the words that only the editor needs; `MoreWords` adds them to those of the page. */
export async function loadEditorWords(locale: Locale): Promise<Pick<Catalogue, 'editor'>> {
  const { editor } =
    locale === 'zh-CN' ? await import('./zh-CN/editor.ts') : await import('./en/editor.ts');
  return { editor };
}
