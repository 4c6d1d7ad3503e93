/**
 * The text of a page is sent once. What a loader returns goes into the page a second time, for the
 * scripts; so the loader of a whole page keeps the text here and returns only its key. Scripts find
 * the text in the page already, and never in this map.
 */
export type PageText = { key: string } | { html: string };

/** Holds the texts of the pages that are being drawn at this moment; a page takes milliseconds. */
const PAGES_MAX = 200;
const kept = new Map<string, string>();

/** @param key new for every request: what one person may read is not shown to another. */
export function keepText(key: string, html: string): PageText {
  kept.set(key, html);
  const oldest = kept.keys().next().value;
  if (kept.size > PAGES_MAX && oldest !== undefined) kept.delete(oldest);
  return { key };
}

/** The text to draw; empty in the browser where the page holds it already. */
export function textOf(text: PageText): string {
  return 'html' in text ? text.html : (kept.get(text.key) ?? '');
}
