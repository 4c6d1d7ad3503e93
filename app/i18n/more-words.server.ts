/** Words that pages send along with what they show. */
import type { Locale } from '../domain/shared/locale.ts';
import { loadCatalogue, type Catalogue, type PageNamespace } from './catalogue.ts';

/** The editor's words come with its script; all others are sent. */
export type SentNamespace = Exclude<PageNamespace, 'editor'>;

/** The sentences for all refusals. */
export async function loadRefusals(locale: Locale): Promise<Pick<Catalogue, 'refusals'>> {
  const { refusals } = await loadCatalogue(locale);
  const { recordRefusals } =
    locale === 'zh-CN'
      ? await import('./zh-CN/record-refusals.ts')
      : await import('./en/record-refusals.ts');
  return { refusals: { ...refusals, ...recordRefusals } };
}

/**
 * Loads the words of `namespaces`, which only some pages need. Such a page sends them along with
 * what it shows, and adds them by `MoreWords`. Pages of the register
 * and its records get the sentences for their refusals too.
 */
export async function loadMoreWords<Namespace extends SentNamespace>(
  locale: Locale,
  namespaces: readonly Namespace[],
): Promise<Pick<Catalogue, Namespace> & Partial<Pick<Catalogue, 'refusals'>>> {
  const loaded = await Promise.all(
    namespaces.map(async (namespace) => [namespace, await MORE[locale][namespace]()] as const),
  );
  const words = Object.fromEntries(loaded) as Pick<Catalogue, Namespace>;
  const isOfRecords = namespaces.some((namespace) => !WITHOUT_REFUSALS.includes(namespace));
  return isOfRecords ? { ...words, ...(await loadRefusals(locale)) } : words;
}

/** Pages that meet only the refusals that every page knows. */
const WITHOUT_REFUSALS: readonly SentNamespace[] = ['board', 'places', 'text-pages'];

const MORE: {
  [L in Locale]: { [Namespace in SentNamespace]: () => Promise<Catalogue[Namespace]> };
} = {
  'zh-CN': {
    'text-pages': async () => (await import('./zh-CN/text-pages.ts')).textPages,
    procurement: async () => (await import('./zh-CN/procurement.ts')).procurement,
    board: async () => (await import('./zh-CN/board.ts')).board,
    calendar: async () => (await import('./zh-CN/calendar.ts')).calendar,
    contract: async () => (await import('./zh-CN/contract.ts')).contract,
    deliverables: async () => (await import('./zh-CN/deliverables.ts')).deliverables,
    overview: async () => (await import('./zh-CN/overview.ts')).overview,
    places: async () => (await import('./zh-CN/places.ts')).places,
    portfolio: async () => (await import('./zh-CN/portfolio.ts')).portfolio,
    exchange: async () => (await import('./zh-CN/exchange.ts')).exchange,
    models: async () => (await import('./zh-CN/models.ts')).models,
    activity: async () => (await import('./zh-CN/activity.ts')).activity,
  },
  en: {
    'text-pages': async () => (await import('./en/text-pages.ts')).textPages,
    procurement: async () => (await import('./en/procurement.ts')).procurement,
    board: async () => (await import('./en/board.ts')).board,
    calendar: async () => (await import('./en/calendar.ts')).calendar,
    contract: async () => (await import('./en/contract.ts')).contract,
    deliverables: async () => (await import('./en/deliverables.ts')).deliverables,
    overview: async () => (await import('./en/overview.ts')).overview,
    places: async () => (await import('./en/places.ts')).places,
    portfolio: async () => (await import('./en/portfolio.ts')).portfolio,
    exchange: async () => (await import('./en/exchange.ts')).exchange,
    models: async () => (await import('./en/models.ts')).models,
    activity: async () => (await import('./en/activity.ts')).activity,
  },
};
