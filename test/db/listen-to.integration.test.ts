import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listenTo, type Listener, type Patience } from '#db/listen-to.ts';
import { DatabaseLine } from '#test/support/database-line.ts';
import { freshDatabase, type FreshDatabase } from '#test/support/database.ts';

let fresh: FreshDatabase;
let line: DatabaseLine;
let listener: Listener | null;
let heard: string[];
let timesBack: number;
let changed: () => void;

/** So short that a slow machine may lose the line once more than the test wants. */
const IMPATIENT: Patience = { pulse: 50, answer: 2_000, pause: 20 };

beforeEach(async () => {
  fresh = await freshDatabase();
  line = await DatabaseLine.to(fresh.connectionString);
  heard = [];
  timesBack = 0;
  listener = null;
  changed = () => undefined;
});

afterEach(async () => {
  await listener?.close();
  await line.close();
  await fresh.close();
});

test('[R6] a listening connection that is ended five times is replaced five times, by one each', async () => {
  await listen();

  for (let time = 1; time <= 5; time += 1) {
    await endListeners();
    await when(() => timesBack === time);
    await say(`after ${time}`);
    await when(() => heard.length === time);
  }

  expect(heard).toEqual(['after 1', 'after 2', 'after 3', 'after 4', 'after 5']);
  expect(await countListeners()).toBe(1);
});

test('[R6] what cannot be read again after a loss is tried again', async () => {
  let failures = 2;
  await listen(() => {
    if (failures === 0) return Promise.resolve();
    failures -= 1;
    return Promise.reject(new Error('Not yet.'));
  });

  await endListeners();
  await when(() => timesBack === 1);
  await say('heard');
  await when(() => heard.length > 0);

  expect(failures).toBe(0);
  expect(heard).toEqual(['heard']);
});

test('[R6] a line that falls silent without a word is replaced too', async () => {
  await listen();
  const lost = line.fallSilent();
  await say('into nothing');
  await lost;
  line.recover();

  await when(() => timesBack > 0);
  await say('heard');
  await when(() => heard.includes('heard'));

  expect(heard).not.toContain('into nothing');
});

test('[R4] a listener that looks for a database in vain can be closed', async () => {
  await listen();
  void line.fallSilent();
  await endListeners();

  await listener?.close();

  expect(timesBack).toBe(0);
});

async function listen(onBack = () => Promise.resolve()): Promise<void> {
  listener = await listenTo(
    { connectionString: line.connectionString, channel: 'news', patience: IMPATIENT },
    {
      onMessage: (payload) => {
        heard.push(payload);
        changed();
      },
      onLost: () => undefined,
      onBack: async () => {
        await onBack();
        timesBack += 1;
        changed();
      },
    },
  );
}

/** Resolves once something that was heard makes it true. */
async function when(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise<void>((resolve) => (changed = resolve));
}

async function say(words: string): Promise<void> {
  await fresh.pool.query('select pg_notify($1, $2)', ['news', words]);
}

const LISTENERS = `from pg_stat_activity where datname = current_database()
  and pid <> pg_backend_pid() and query in ('listen "news"', 'select 1')`;

async function endListeners(): Promise<void> {
  await asStranger(`select pg_terminate_backend(pid) ${LISTENERS}`);
}

async function countListeners(): Promise<number> {
  return (await asStranger(`select pid ${LISTENERS}`)).rowCount ?? 0;
}

async function asStranger(statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: fresh.connectionString });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
