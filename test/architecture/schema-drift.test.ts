import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import drizzleConfig from '../../drizzle.config.ts';

const run = promisify(execFile);
/** Inside the checkout, because drizzle-kit takes its folders relative to where it stands. */
const SCRATCH = 'node_modules/.cache';

let copy = '';
beforeEach(async () => {
  await mkdir(SCRATCH, { recursive: true });
  copy = await mkdtemp(join(SCRATCH, 'schema-drift-'));
  await cp('db/migrations', join(copy, 'migrations'), { recursive: true });
});
afterEach(async () => {
  await rm(copy, { recursive: true, force: true });
});

test('the migrations build exactly the schema', { timeout: 60_000 }, async () => {
  const before = await readdir(join(copy, 'migrations'));

  const printed = await generateInto(join(copy, 'migrations'));

  expect(await readdir(join(copy, 'migrations')), printed).toEqual(before);
  expect(printed).toContain('No schema changes');
});

test('every schema file is known to the migrations', async () => {
  const notTables = ['columns.ts', 'index.ts'];
  const files = (await readdir('db/schema')).filter((name) => !notTables.includes(name));

  const known = [drizzleConfig.schema].flat().map((path) => path?.replace('./db/schema/', ''));

  expect(known.sort()).toEqual(files.sort());
});

async function generateInto(out: string): Promise<string> {
  const config = join(copy, 'drizzle.config.json');
  await writeFile(config, JSON.stringify({ ...drizzleConfig, out: `./${out}` }));
  const kit = ['node_modules/drizzle-kit/bin.cjs', 'generate', '--config', config];
  const { stdout, stderr } = await run(process.execPath, kit, { timeout: 50_000 });
  return stdout + stderr;
}
