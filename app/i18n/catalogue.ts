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
  | 'calendar'
  | 'contract'
  | 'deliverables'
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

/** Loads the words of one language. In the browser the other language is never fetched. */
export async function loadCatalogue(locale: Locale): Promise<PageCatalogue> {
  return locale === 'zh-CN'
    ? (await import('./zh-CN/pages.ts')).default
    : (await import('./en/pages.ts')).default;
}

/**
 * Loads the words of `namespaces`, which only some pages need. Such a page sends them along with
 * what it shows, or fetches them with its script, and adds them by `MoreWords`.
 */
export async function loadMoreWords<Namespace extends PageNamespace>(
  locale: Locale,
  namespaces: readonly Namespace[],
): Promise<Pick<Catalogue, Namespace>> {
  const loaded = await Promise.all(
    namespaces.map(async (namespace) => [namespace, await MORE[locale][namespace]()] as const),
  );
  return Object.fromEntries(loaded) as Pick<Catalogue, Namespace>;
}

const MORE: {
  [L in Locale]: { [Namespace in PageNamespace]: () => Promise<Catalogue[Namespace]> };
} = {
  'zh-CN': {
    editor: async () => (await import('./zh-CN/editor.ts')).editor,
    'text-pages': async () => (await import('./zh-CN/text-pages.ts')).textPages,
    procurement: async () => (await import('./zh-CN/procurement.ts')).procurement,
    calendar: async () => (await import('./zh-CN/calendar.ts')).calendar,
    contract: async () => (await import('./zh-CN/contract.ts')).contract,
    deliverables: async () => (await import('./zh-CN/deliverables.ts')).deliverables,
    portfolio: async () => (await import('./zh-CN/portfolio.ts')).portfolio,
    exchange: async () => (await import('./zh-CN/exchange.ts')).exchange,
    models: async () => (await import('./zh-CN/models.ts')).models,
    activity: async () => (await import('./zh-CN/activity.ts')).activity,
  },
  en: {
    editor: async () => (await import('./en/editor.ts')).editor,
    'text-pages': async () => (await import('./en/text-pages.ts')).textPages,
    procurement: async () => (await import('./en/procurement.ts')).procurement,
    calendar: async () => (await import('./en/calendar.ts')).calendar,
    contract: async () => (await import('./en/contract.ts')).contract,
    deliverables: async () => (await import('./en/deliverables.ts')).deliverables,
    portfolio: async () => (await import('./en/portfolio.ts')).portfolio,
    exchange: async () => (await import('./en/exchange.ts')).exchange,
    models: async () => (await import('./en/models.ts')).models,
    activity: async () => (await import('./en/activity.ts')).activity,
  },
};
