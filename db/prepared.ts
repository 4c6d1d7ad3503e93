import { createHash } from 'node:crypto';
import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { database, databasePool, type Queryable } from './connection.ts';

/**
 * Runs a question that is asked again and again and is long to plan: each connection parses and
 * plans it once. Inside a transaction it is asked as any other. Columns come as the driver gives
 * them by itself: the question casts what is a date or has eight bytes.
 */
export async function askPrepared<Row extends Record<string, unknown>>(
  db: Queryable,
  question: SQL,
): Promise<Row[]> {
  if (db !== database()) {
    const { rows } = await db.execute<Row>(question);
    return rows as Row[];
  }
  const { sql: text, params } = dialect.sqlToQuery(question);
  const name = nameOf(text);
  const { rows } = await databasePool().query<Row>({
    text,
    values: params,
    ...(name !== null && { name }),
  });
  return rows;
}

const dialect = new PgDialect();

/** Rarer questions than these are planned each time: every connection would keep each of them. */
const NAMES_MAX = 64;
const names = new Map<string, string>();

function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= NAMES_MAX) return null;
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
  names.set(text, name);
  return name;
}
