import type { Locale } from '../domain/shared/locale.ts';

/**
 * One text of the catalogue. `{name}` stands for a value; a text that depends on a number has the
 * forms that the language needs and picks one by `{count}`.
 */
export type Message = string | { readonly one: string; readonly other: string };

/** What the other language must provide for a namespace: the same keys, no more and no fewer. */
export type SameKeys<Namespace> = { readonly [Key in keyof Namespace]: Message };

/** The names in braces in a text, e.g. `'count' | 'late'` for `'{late} of {count}'`. */
export type PlaceholdersIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersIn<Rest>
  : never;

/** The names that a message needs, whichever form is picked. */
export type PlaceholdersOf<Text> = Text extends {
  readonly one: infer One;
  readonly other: infer Other;
}
  ? PlaceholdersIn<One> | PlaceholdersIn<Other> | 'count'
  : PlaceholdersIn<Text>;

export type MessageValues = Readonly<Record<string, string | number>>;

/** Fills a message. A name without value stays visible in braces, so that it is noticed. */
export function formatMessage(locale: Locale, message: Message, values: MessageValues): string {
  const text = typeof message === 'string' ? message : pluralForm(locale, message, values.count);
  return text.replace(/\{(\w+)\}/g, (braces, name: string) => {
    const value = values[name];
    if (value === undefined) return braces;
    return typeof value === 'number' ? numberFormat(locale).format(value) : value;
  });
}

function pluralForm(
  locale: Locale,
  message: { one: string; other: string },
  count: string | number | undefined,
): string {
  return pluralRules(locale).select(Number(count)) === 'one' ? message.one : message.other;
}

const rulesByLocale = new Map<Locale, Intl.PluralRules>();
const numbersByLocale = new Map<Locale, Intl.NumberFormat>();

function pluralRules(locale: Locale): Intl.PluralRules {
  const known = rulesByLocale.get(locale) ?? new Intl.PluralRules(locale);
  rulesByLocale.set(locale, known);
  return known;
}

function numberFormat(locale: Locale): Intl.NumberFormat {
  const known = numbersByLocale.get(locale) ?? new Intl.NumberFormat(locale);
  numbersByLocale.set(locale, known);
  return known;
}
