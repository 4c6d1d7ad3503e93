import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';

test('every test gets a migrated database of its own, gone after close', async () => {
  const one = await freshDatabase();
  const other = await freshDatabase();
  const tables = await one.db.execute(sql`select 1 from pg_tables where schemaname = 'public'`);
  expect(tables.rowCount).toBeGreaterThan(5);

  await one.db.execute(sql`create table only_here (id int)`);
  const seen = await other.db.execute(sql`select to_regclass('only_here') as found`);
  expect(seen.rows).toEqual([{ found: null }]);

  await one.close();
  const left = await other.db.execute(
    sql`select 1 from pg_database where datname = ${new URL(one.connectionString).pathname.slice(1)}`,
  );
  expect(left.rows).toEqual([]);
  await other.close();
});
