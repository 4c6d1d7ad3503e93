import { sql, type SQL } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from '#db/connection.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { seedFoundation } from '#db/seed/foundation.ts';
import { freshDatabase } from '#test/support/database.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';

let project: DemoProject;
let documentId: string;

beforeAll(async () => {
  project = await demoProject();
  documentId = await project.startTor();
});

afterAll(async () => {
  await project.close();
});

const CHECK = '23514';
const FOREIGN_KEY = '23503';
const UNIQUE = '23505';
const STAYS = '23000';

describe('the database refuses by itself', () => {
  test.each<[string, () => SQL, string]>([
    [
      'a sub-contract beyond PMI-26',
      () => sql`update assignments set code = 'PMI-27' where code = 'PMI-26'`,
      CHECK,
    ],
    [
      'a second assignment under the same code',
      () => sql`update assignments set code = 'PMI-1' where code = 'PMI-2'`,
      UNIQUE,
    ],
    ['an unknown stage', () => sql`update assignments set stage = 'LOST'`, CHECK],
    ['an unknown selection method', () => sql`update assignments set method = 'LOTTERY'`, CHECK],
    ['a fifth component', () => sql`update components set no = 5 where no = 4`, CHECK],
    ['a document without title', () => sql`update documents set title = ''`, CHECK],
    ['an over-long title', () => sql`update documents set title = repeat('纲', 301)`, CHECK],
    ['an unknown kind of document', () => sql`update documents set kind = 'NOVEL'`, CHECK],
    [
      'a document of no assignment',
      () => sql`update documents set assignment_id = 'made-up'`,
      FOREIGN_KEY,
    ],
    [
      'a document taken away under its log',
      () => sql`delete from documents where id = ${documentId}`,
      FOREIGN_KEY,
    ],
    ['a row 0 of a log', () => sql`update document_updates set seq = 0`, CHECK],
    ['a hash that is none', () => sql`update document_updates set sha256 = '\\x00'`, CHECK],
    [
      'a second row under the same number',
      () => sql`insert into document_updates select * from document_updates limit 1`,
      UNIQUE,
    ],
    ['an address in capitals', () => sql`update people set email = upper(email)`, CHECK],
    [
      'two accounts of one address',
      () => sql`update people set email = 'pmo@demo.test' where email = 'admin@demo.test'`,
      UNIQUE,
    ],
    ['an unknown role', () => sql`update memberships set role = 'OWNER'`, CHECK],
    ['an unknown language', () => sql`update people set locale = 'fr'`, CHECK],
    ['a person taken away under their words', () => sql`delete from people`, FOREIGN_KEY],
    ['a thread about nothing', () => sql`update threads set quote = ''`, CHECK],
    ['a thread of an unknown type', () => sql`update threads set type = 'PRAISE'`, CHECK],
    ['a reply to no thread', () => sql`update messages set thread_id = 'made-up'`, FOREIGN_KEY],
    [
      'an unknown event',
      () =>
        sql`insert into deliverable_events (id, deliverable_id, event, side, at, person_id)
          select id || '-lost', deliverable_id, 'LOST', 'PMO', at, person_id from deliverable_events`,
      CHECK,
    ],
    [
      'a change of what happened',
      () => sql`update deliverable_events set reason = 'changed later'`,
      STAYS,
    ],
    [
      'a criterion that scores key experts for the shortlist (I15)',
      () =>
        sql`insert into criteria (id, assignment_id, no, kind, subject, phase, text_zh, text_en)
          select 'c', id, 1, 'MANDATORY', 'KEY_EXPERT', 'SHORTLIST', '一', 'one' from assignments limit 1`,
      CHECK,
    ],
    ['a session of nobody', () => sql`update sessions set person_id = 'made-up'`, FOREIGN_KEY],
  ])('%s', async (_what, statement, code) => {
    const refused = database().execute(statement());

    await expect(refused).rejects.toMatchObject({ cause: { code } });
  });
});

test('migrating again, and by two at the same time, changes nothing', async () => {
  const { connectionString, db, close } = await freshDatabase();
  const schemaNow = async () =>
    (
      await db.execute(
        sql`select table_name, column_name, data_type, is_nullable from information_schema.columns
            where table_schema = 'public' order by 1, 2`,
      )
    ).rows;
  const before = await schemaNow();
  await seedFoundation(db);

  await Promise.all([migrateDatabase(connectionString), migrateDatabase(connectionString)]);
  await seedFoundation(db);

  expect(await schemaNow()).toEqual(before);
  const kept = await db.execute(sql`select count(*)::int as components from components`);
  expect(kept.rows).toEqual([{ components: 4 }]);
  await close();
});

test('two processes that migrate an empty database at the same time both succeed', async () => {
  const { connectionString, db, close } = await freshDatabase();
  await db.execute(sql`drop schema public cascade`);
  await db.execute(sql`create schema public`);
  await db.execute(sql`drop schema drizzle cascade`);

  await Promise.all([migrateDatabase(connectionString), migrateDatabase(connectionString)]);

  const applied = await db.execute(
    sql`select count(*)::int as count from drizzle.__drizzle_migrations`,
  );
  const tables = await db.execute(sql`select 1 from pg_tables where schemaname = 'public'`);
  expect(applied.rows[0]?.count).toBeGreaterThan(0);
  expect(tables.rowCount).toBeGreaterThan(15);
  await close();
});
