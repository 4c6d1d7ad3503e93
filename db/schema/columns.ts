/** Column shapes that every context shares. */
import { sql, type SQL } from 'drizzle-orm';
import {
  bigint,
  check,
  customType,
  date,
  text,
  timestamp,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core';

/** Raw bytes; the driver speaks Buffer, the product speaks Uint8Array. */
export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
  fromDriver: (value) => new Uint8Array(value.buffer, value.byteOffset, value.byteLength),
});

/** Every key is a ULID made by the program, so that rows sort by the time they were made. */
export const key = () => text('id').primaryKey();

/** An instant in UTC with microseconds. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** A local calendar date, `YYYY-MM-DD`. */
export const day = (name: string) => date(name, { mode: 'string' });

/** An amount in minor units of its currency (fen, cents). */
export const minor = (name: string) => bigint(name, { mode: 'number' });

/** The database refuses what the type refuses. */
export function oneOf(name: string, column: AnyPgColumn, values: readonly string[]) {
  const list: SQL = sql.join(
    values.map((value) => sql.raw(`'${value}'`)),
    sql.raw(', '),
  );
  return check(name, sql`${column} in (${list})`);
}

/** Three capital letters, ISO 4217; null is let through. */
export function isCurrency(name: string, column: AnyPgColumn) {
  return check(name, sql`${column} ~ '^[A-Z]{3}$'`);
}
