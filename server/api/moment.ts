import { z } from 'zod';
import type { Moment } from '#app/use-cases/documents/document-history.server.ts';

/**
 * The moment that a query names, as `?revision=` or `?at=` (ISO 8601 with zone): null for none,
 * which is now, and `malformed` for what is neither.
 */
export function momentOf(query: URLSearchParams): Moment | null | 'malformed' {
  const [revision, at] = [query.get('revision'), query.get('at')];
  if (revision === null && at === null) return null;
  if (revision !== null && at !== null) return 'malformed';
  if (revision !== null) return REVISION.test(revision) ? { seq: Number(revision) } : 'malformed';
  const instant = INSTANT.safeParse(at);
  return instant.success ? { at: new Date(instant.data) } : 'malformed';
}

const REVISION = /^\d{1,15}$/;
const INSTANT = z.iso.datetime({ offset: true });
