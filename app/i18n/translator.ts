import type { Locale } from '../domain/shared/locale.ts';
import type { MessageKey, PageCatalogue, ValueNames } from './catalogue.ts';
import { formatMessage, type Message, type MessageValues } from './message.ts';

/** The text of `key`; a text with `{names}` asks for exactly those values. */
export type Translate = <Key extends MessageKey>(
  key: Key,
  ...values: Values<ValueNames<Key>>
) => string;

type Values<Names extends string> = [Names] extends [never]
  ? []
  : [values: Readonly<Record<Names, string | number>>];

/** Binds one language. For React use `useTranslate`; this one serves mail, exports and tests. */
export function translator(locale: Locale, catalogue: PageCatalogue): Translate {
  return (key, ...[values]: [MessageValues?]) =>
    formatMessage(locale, messageAt(catalogue, key), values ?? {});
}

function messageAt(catalogue: PageCatalogue, key: string): Message {
  const dot = key.indexOf('.');
  const namespaces: Readonly<Record<string, Readonly<Record<string, Message>>>> = catalogue;
  const message = namespaces[key.slice(0, dot)]?.[key.slice(dot + 1)];
  if (message === undefined) throw new Error(`No text for ${key}`);
  return message;
}
