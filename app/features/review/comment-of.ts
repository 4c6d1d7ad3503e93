import type { ThreadVisibility } from '../../domain/review/thread.ts';

type Fields = Readonly<
  Record<'body' | 'quote' | 'prefix' | 'suffix' | 'suggestedText' | 'visibility', string>
>;

/**
 * What a comment form says. A suggestion that is empty or only repeats the quote suggests nothing.
 */
export function commentOf(fields: Fields) {
  const quote = plain(fields.quote).trim();
  const suggestion = plain(fields.suggestedText).trim();
  const visibility: ThreadVisibility = fields.visibility === 'INSTITUTION' ? 'INSTITUTION' : 'ALL';
  return {
    body: plain(fields.body).trim(),
    anchor: { quote, prefix: plain(fields.prefix), suffix: plain(fields.suffix) },
    suggestedText: suggestion === '' || suggestion === quote ? null : suggestion,
    visibility,
  };
}

/** The fields of a comment form that stands in the page. */
export function commentFields(form: FormData): Fields & { type: string } {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    type: text('type'),
    body: text('body'),
    quote: text('quote'),
    prefix: text('prefix'),
    suffix: text('suffix'),
    suggestedText: text('suggestedText'),
    visibility: text('visibility'),
  };
}

/** Forms send a line break as two characters. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
