import { element, together, type Xml } from '../ooxml/xml.ts';
import type { Writing } from './writing.ts';

/**
 * The name by which a clause is known again in a returned file. The leading underscore hides the
 * bookmark in Word. Null when the id cannot be written in 40 letters, digits and underscores.
 */
export function clauseBookmarkName(id: string): string | null {
  const written = id.length > ID_LENGTH_MAX ? id.replaceAll('-', '') : id.replaceAll('-', '_');
  return WRITABLE.test(written) ? `${PREFIX}${written}` : null;
}

/** Puts the clause's bookmark around its content. Of two blocks with one id the first keeps it. */
export function bookmarked(id: string | null, content: Xml, writing: Writing): Xml {
  const name = id === null ? null : clauseBookmarkName(id);
  if (name === null || writing.bookmarkNames.has(name.toLowerCase())) return content;
  writing.bookmarkNames.add(name.toLowerCase());
  const bookmarkId = writing.nextId('bookmark');
  return together(
    element('w:bookmarkStart', { 'w:id': bookmarkId, 'w:name': name }),
    content,
    element('w:bookmarkEnd', { 'w:id': bookmarkId }),
  );
}

const PREFIX = '_dagang_';
const ID_LENGTH_MAX = 40 - PREFIX.length;
const WRITABLE = new RegExp(`^[A-Za-z0-9_]{1,${ID_LENGTH_MAX}}$`);
