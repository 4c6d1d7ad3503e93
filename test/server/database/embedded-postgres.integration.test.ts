import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startEmbeddedPostgres } from '#server/database/start-embedded-postgres.ts';
import { childOn, type Child } from '#test/support/embedded-postgres-child.ts';

const isRoot = process.getuid?.() === 0;

// Clusters are made and killed here; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let directory: string;
let dataDir: string;
let lines: string[];
let crashes: string[];
const undo: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'dagang-embedded-'));
  await chmod(directory, 0o711);
  dataDir = path.join(directory, 'data');
  lines = [];
  crashes = [];
});

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
  await rm(directory, { recursive: true, force: true });
});

async function start(where = dataDir) {
  const server = await startEmbeddedPostgres({
    dataDir: where,
    log: (line) => lines.push(line),
    onCrash: (message) => crashes.push(message),
  });
  undo.push(server.stop);
  return server;
}

async function child(task: 'hold' | 'insert' | 'lock', where = dataDir): Promise<Child> {
  await mkdir(where, { recursive: true });
  const started = await childOn(task, where);
  undo.push(started.kill);
  return started;
}

async function query<Row extends pg.QueryResultRow>(connectionString: string, sql: string) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded database', () => {
  test('keeps its rows over stop and start', async () => {
    const first = await start();
    await query(first.connectionString, 'create table kept as select 7 as number');
    await first.stop();
    const second = await start();
    expect(await query(second.connectionString, 'select number from kept')).toEqual([
      { number: 7 },
    ]);
    expect(crashes).toEqual([]);
  });

  test('writes durably, with checksums, in UTF-8, for a password and on loopback only', async () => {
    const { connectionString } = await start();
    const settings = await query<{ name: string; setting: string }>(
      connectionString,
      `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit',
        'full_page_writes', 'data_checksums', 'server_encoding', 'listen_addresses') order by name`,
    );
    expect(settings.map(({ name, setting }) => `${name}=${setting}`)).toEqual([
      'data_checksums=on',
      'fsync=on',
      'full_page_writes=on',
      'listen_addresses=127.0.0.1',
      'server_encoding=UTF8',
      'synchronous_commit=on',
    ]);
    const url = new URL(connectionString);
    url.password = 'guessed';
    await expect(query(url.toString(), 'select 1')).rejects.toMatchObject({ code: '28P01' });
    const password = await stat(path.join(dataDir, 'postgres', 'cluster', 'dagang-password'));
    expect(password.mode & 0o777).toBe(0o600);
  });

  test('works in a path with spaces and Chinese characters', async () => {
    const { connectionString } = await start(path.join(directory, '工作 大纲', 'my data'));
    expect(await query(connectionString, `select '工作大纲' as title`)).toEqual([
      { title: '工作大纲' },
    ]);
  });
});

describe('the embedded database after an accident', () => {
  test('has every acknowledged row after its owner was killed while writing', async () => {
    const writer = await child('insert');
    writer.go();
    await writer.until(({ id }) => id === 500);
    await writer.kill();
    const acknowledged = writer.events.flatMap(({ id }) => (id === undefined ? [] : [id]));

    const { connectionString } = await start();
    const kept = await query<{ id: string }>(connectionString, 'select id from kept');
    const keptIds = new Set(kept.map(({ id }) => Number(id)));
    expect(acknowledged.filter((id) => !keptIds.has(id))).toEqual([]);
    expect(acknowledged).toContain(500);
    expect(lines.join()).toContain('an earlier run left behind');
  });

  test('refuses a second owner at once and names the first', async () => {
    const holder = await child('hold');
    holder.go();
    const ready = await holder.until(({ event }) => event === 'ready');
    await expect(start()).rejects.toMatchObject({ name: 'DataDirectoryInUse', pid: holder.pid });
    expect(await query(ready.connectionString ?? '', 'select 1 as one')).toEqual([{ one: 1 }]);
    holder.go();
    await holder.until(({ event }) => event === 'ended');
  });

  test('refuses a second owner in the same process', async () => {
    await start();
    await expect(start()).rejects.toMatchObject({ name: 'DataDirectoryInUse', pid: process.pid });
  });

  test('heals when it was killed while the cluster was being made', async () => {
    const killed = await child('hold');
    killed.go();
    const home = path.join(dataDir, 'postgres');
    await vi.waitUntil(() => isBeingMade(home), { timeout: 10_000, interval: 5 });
    await killed.kill();
    expect(await readdir(home)).not.toContain('cluster');

    const { connectionString } = await start();
    expect(await query(connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('says so when the server dies, and can be started again', async () => {
    const first = await start();
    await query(first.connectionString, 'create table kept as select 7 as number');
    const record = await readFile(
      path.join(dataDir, 'postgres', 'cluster', 'postmaster.pid'),
      'utf8',
    );
    process.kill(Number.parseInt(record, 10), 'SIGKILL');
    await vi.waitUntil(() => crashes.length > 0, { timeout: 10_000, interval: 10 });
    expect(crashes[0]).toContain('SIGKILL');
    await first.stop();
    const second = await start();
    expect(await query(second.connectionString, 'select number from kept')).toEqual([
      { number: 7 },
    ]);
  });
});

if (isRoot) {
  describe('the embedded database started by root', () => {
    test('is kept elsewhere when its account cannot enter the path', async () => {
      await chmod(directory, 0o700);
      const first = await start();
      const note = await readFile(path.join(dataDir, 'DATABASE-IS-ELSEWHERE.txt'), 'utf8');
      const home = /^Directory: (.+)$/m.exec(note)?.[1] ?? '';
      undo.unshift(() => rm(home, { recursive: true, force: true }));
      expect(home).toMatch(/^\/var\/lib\/dagang\/[0-9a-f]{16}-/);
      expect(lines).toEqual([expect.stringContaining(home)]);
      await query(first.connectionString, 'create table kept as select 7 as number');
      await first.stop();
      const second = await start();
      expect(await query(second.connectionString, 'select number from kept')).toEqual([
        { number: 7 },
      ]);
    });

    test('stays in place when only the data directory itself was closed', async () => {
      await mkdir(dataDir, { mode: 0o700 });
      await start();
      expect(await readdir(dataDir)).toEqual(['lock', 'postgres']);
      expect((await stat(dataDir)).mode & 0o777).toBe(0o710);
    });
  });
} else {
  describe('the embedded database started by an ordinary account', () => {
    test('works below a directory that is closed to all others', async () => {
      await chmod(directory, 0o700);
      const { connectionString } = await start();
      expect(await query(connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(await readdir(dataDir)).toEqual(['lock', 'postgres']);
    });
  });
}

async function isBeingMade(home: string): Promise<boolean> {
  const names = await readdir(home).catch((): string[] => []);
  const attempt = names.find((name) => /^cluster\.new-[0-9a-f]+$/.test(name));
  if (attempt === undefined) return false;
  return (await readdir(path.join(home, attempt)).catch((): string[] => [])).includes('base');
}
