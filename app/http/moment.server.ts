import { z } from 'zod';
import type { Moment } from '../domain/documents/moment.ts';

/**
 * The moment that a query names, as `?revision=` or `?at=` (ISO 8601; without a zone it is Beijing
 * time, as a form sends it): null for none, which is now, and `malformed` for what is neither.
 */
export function momentOf(query: URLSearchParams): Moment | null | 'malformed' {
  const [revision, at] = [query.get('revision'), query.get('at')];
  if (revision === null && at === null) return null;
  if (revision !== null && at !== null) return 'malformed';
  if (revision !== null) return REVISION.test(revision) ? { seq: Number(revision) } : 'malformed';
  const instant = INSTANT.safeParse(at);
  if (!instant.success) return 'malformed';
  const { data } = instant;
  return { at: new Date(ZONE.test(data) ? data : `${data}${PROJECT_OFFSET}`) };
}

const REVISION = /^\d{1,15}$/;
const INSTANT = z.iso.datetime({ offset: true, local: true });
const ZONE = /(Z|[+-]\d\d:\d\d)$/;
/** Beijing keeps one offset all the year. */
const PROJECT_OFFSET = '+08:00';
