/**
 * The address as it may stand in a relationship, or null when the link must become plain text:
 * only web and mail addresses leave, and Word calls a file damaged whose target is no valid URI.
 */
export function linkAddress(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const { protocol, href: normalised } = new URL(href);
  if (!PROTOCOLS.has(protocol)) return null;
  const written = normalised.replace(/[{}|\\^`<>"\s]/g, encodeURIComponent);
  return written.length > ADDRESS_LENGTH_MAX ? null : written;
}

const PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);
/** Longer targets make Word refuse the whole file. */
const ADDRESS_LENGTH_MAX = 2_000;
