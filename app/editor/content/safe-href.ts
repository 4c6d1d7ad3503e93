/** The address of a link if a reader may be sent there, else null: then its text stays plain. */
export function safeHref(value: unknown): string | null {
  if (typeof value !== 'string' || !URL.canParse(value)) return null;
  const url = new URL(value);
  if (!SAFE_PROTOCOLS.has(url.protocol)) return null;
  return WRITTEN_PLAINLY.test(value) ? value : url.href;
}

const SAFE_PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);
/** No white space or control characters, which browsers drop and other readers may not. */
const WRITTEN_PLAINLY = /^(https?:\/\/|mailto:)[^\s\p{Cc}]*$/iu;
