/** What the `/` menu offers, in its order. */
export const SLASH_KEYS = [
  'h1',
  'h2',
  'h3',
  'h4',
  'paragraph',
  'bullet',
  'number',
  'check',
  'quote',
  'table',
  'image',
  'footnote',
  'field',
  'link',
  'pageBreak',
] as const;
export type SlashKey = (typeof SLASH_KEYS)[number];

export type SlashItem = {
  key: SlashKey;
  label: string;
  /** Other ways to ask for it, separated by spaces: Chinese, English and pinyin initials. */
  terms: string;
};

/**
 * The text between a `/` and the caret when the author is asking for the menu, else null. A slash
 * inside a sentence ("and/or", 和/或) asks for nothing. Chinese input methods write `、` or `／`
 * on the same key, and no block begins with those.
 *
 * @param beforeCaret text of the block's current run up to the caret.
 */
export function slashQuery(
  beforeCaret: string,
  place: 'block-start' | 'within-block',
): { query: string; offset: number; typed: string } | null {
  const pattern =
    place === 'block-start' ? /(?:^[/／、]|(?<=\s)\/)(\S{0,20})$/ : /(?<=\s)\/(\S{0,20})$/;
  const match = pattern.exec(beforeCaret);
  if (match === null || /[/／]/.test(match[1] ?? '')) return null;
  return { query: match[1] ?? '', offset: match.index, typed: match[0] };
}

/** Items that fit the query, best first: names that begin with it, then any other way. */
export function filterSlashItems(items: readonly SlashItem[], query: string): SlashItem[] {
  const wanted = query.toLowerCase();
  const rank = (item: SlashItem): number => {
    const label = item.label.toLowerCase();
    const terms = item.terms.toLowerCase().split(' ');
    if (label.startsWith(wanted) || terms.includes(wanted)) return 0;
    if (terms.some((term) => term.startsWith(wanted))) return 1;
    return label.includes(wanted) || terms.some((term) => term.includes(wanted)) ? 2 : 3;
  };
  return items
    .map((item) => ({ item, rank: rank(item) }))
    .filter((ranked) => ranked.rank < 3)
    .sort((left, right) => left.rank - right.rank)
    .map((ranked) => ranked.item);
}
