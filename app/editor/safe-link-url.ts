/**
 * The address as it may stand in a document, or null where it is none: web and mail addresses
 * only, so that a click never runs anything. `example.org` becomes `https://example.org`.
 */
export function safeLinkUrl(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return null;
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : guessScheme(text);
  if (address === null || !URL.canParse(address)) return null;
  return ['http:', 'https:', 'mailto:'].includes(new URL(address).protocol) ? address : null;
}

function guessScheme(text: string): string | null {
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return `mailto:${text}`;
  return /^[^\s/]+\.[^\s/]+/.test(text) ? `https://${text}` : null;
}
