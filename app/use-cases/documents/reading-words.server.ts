import type { CommentPassage, ReadingWords } from '#server/content/tree-to-html.ts';
import { inLocale, type Locale } from '../../domain/shared/locale.ts';
import type { Translate } from '../../i18n/translator.ts';
import type { ThreadView } from '../review/thread-views.ts';

export function readingWords(t: Translate): ReadingWords {
  return {
    footnotes: t('documents.reading.footnotes'),
    footnote: (number) => t('documents.reading.footnote', { number }),
    backToText: (number) => t('documents.reading.back-to-text', { number }),
    table: t('documents.reading.table'),
    checked: t('documents.reading.checked'),
    unchecked: t('documents.reading.unchecked'),
    valueUnknown: t('documents.reading.value-unknown'),
  };
}

/** The passages to mark: those of the threads whose words still stand. */
export function commentPassages(
  threads: readonly ThreadView[],
  language: { t: Translate; locale: Locale },
): CommentPassage[] {
  const { t, locale } = language;
  return threads.flatMap(({ number, state, author, place }) => {
    if (!place.found) return [];
    const label = t('review.passage', {
      number,
      state: t(`review.state.${state}`),
      author: inLocale(author.name, locale),
    });
    const { start, end } = place;
    return [{ number, state: state === 'OPEN' ? 'open' : 'settled', start, end, label }];
  });
}
