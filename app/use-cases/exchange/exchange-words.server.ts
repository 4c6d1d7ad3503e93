import {
  ASSIGNMENT_KINDS,
  PROCUREMENT_REVIEWS,
  SELECTION_METHODS,
} from '../../domain/register/assignment.ts';
import {
  asLookedUp,
  REGISTER_COLUMNS,
  type RegisterColumn,
  type Vocabulary,
} from '../../domain/register/register-column.ts';
import { ASSIGNMENT_STAGES } from '../../domain/register/stage.ts';
import { LOCALES, type Locale } from '../../domain/shared/locale.ts';
import { loadCatalogue } from '../../i18n/catalogue.ts';
import { loadMoreWords } from '../../i18n/more-words.server.ts';
import { translator, type Translate } from '../../i18n/translator.ts';

/** Workbooks go from one language to the other, so both are at hand. */
export type ExchangeWords = Record<Locale, Translate>;

export async function exchangeWords(): Promise<ExchangeWords> {
  const [zh, en] = await Promise.all(LOCALES.map(wordsIn));
  if (zh === undefined || en === undefined) throw new Error('A language is missing.');
  return { 'zh-CN': zh, en };
}

async function wordsIn(locale: Locale): Promise<Translate> {
  const [catalogue, more] = await Promise.all([
    loadCatalogue(locale),
    loadMoreWords(locale, ['board', 'exchange']),
  ]);
  return translator(locale, { ...catalogue, ...more });
}

/** The header of a column, in both languages: 编号 Code */
export function headerOf(column: RegisterColumn, words: ExchangeWords): string {
  return `${words['zh-CN'](`exchange.column.${column}`)} ${words.en(`exchange.column.${column}`)}`;
}

/** Every spelling of a header that is understood. */
export function knownHeaders(words: ExchangeWords): Map<string, RegisterColumn> {
  return new Map(
    REGISTER_COLUMNS.flatMap((column) =>
      [
        headerOf(column, words),
        words['zh-CN'](`exchange.column.${column}`),
        words.en(`exchange.column.${column}`),
      ].map((header): [string, RegisterColumn] => [asLookedUp(header), column]),
    ),
  );
}

export function vocabularyOf(words: ExchangeWords, components: readonly number[]): Vocabulary {
  return {
    kind: meanings(ASSIGNMENT_KINDS, words, (t, kind) => [t(`register.kind.${kind}`)]),
    method: meanings(SELECTION_METHODS, words, (t, method) => [t(`board.method.${method}`)]),
    review: meanings(PROCUREMENT_REVIEWS, words, (t, review) => [
      t(`exchange.review.${review}`),
      t(`exchange.review.short.${review}`),
    ]),
    stage: meanings(ASSIGNMENT_STAGES, words, (t, stage) => [t(`register.stage.${stage}`)]),
    components,
  };
}

/** The code itself and its words in both languages. */
function meanings<Code extends string>(
  codes: readonly Code[],
  words: ExchangeWords,
  spellings: (t: Translate, code: Code) => string[],
): Map<string, Code> {
  return new Map(
    codes.flatMap((code) =>
      [code, ...LOCALES.flatMap((locale) => spellings(words[locale], code))].map(
        (spelling): [string, Code] => [asLookedUp(spelling), code],
      ),
    ),
  );
}
