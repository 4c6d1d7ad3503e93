import type { Locale } from '../domain/shared/locale.ts';
import type en from './en/index.ts';
import type { Message, PlaceholdersOf } from './message.ts';

/** All words of one language, by namespace. English gives the keys; see `SameKeys`. */
export type Catalogue = {
  readonly [Namespace in keyof English]: { readonly [Key in keyof English[Namespace]]: Message };
};

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
export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  return locale === 'zh-CN'
    ? (await import('./zh-CN/index.ts')).default
    : (await import('./en/index.ts')).default;
}
