import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDataDirectory } from '#server/database/data-directory-lock.ts';
import { childOn, type Child } from '#test/support/embedded-postgres-child.ts';

let directory: string;
let children: Child[];

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'dagang-lock-'));
  children = [];
});

afterEach(async () => {
  for (const child of children) await child.kill();
  await rm(directory, { recursive: true, force: true });
});

test('a released directory can be taken again and holds no litter', async () => {
  const release = await lockDataDirectory(directory);
  await release();
  const releaseAgain = await lockDataDirectory(directory);
  await releaseAgain();
  expect(await readdir(path.join(directory, 'lock'))).toEqual([]);
});

test('a later process with the number of a dead holder is not taken for it', async () => {
  const release = await lockDataDirectory(directory);
  const [own] = await readdir(path.join(directory, 'lock'));
  await release();
  const sameNumberOtherStart = `${process.ppid}-${'0'.repeat(16)}.lock`;
  await writeFile(path.join(directory, 'lock', sameNumberOtherStart), '');
  const releaseAgain = await lockDataDirectory(directory);
  expect(await readdir(path.join(directory, 'lock'))).toEqual([own]);
  await releaseAgain();
});

test('of several that succeed a killed holder at the same moment, one gets the directory', async () => {
  const first = await contender();
  first.go();
  await first.until(({ event }) => event === 'held');
  const successors = [await contender(), await contender(), await contender()];
  await first.kill();
  for (const successor of successors) successor.go();
  const outcomes = await Promise.all(
    successors.map((one) => one.until(({ event }) => event === 'held' || event === 'refused')),
  );
  expect(outcomes.filter(({ event }) => event === 'held')).toHaveLength(1);
  expect(outcomes.map(({ name }) => name).filter(Boolean)).toEqual([
    'DataDirectoryInUse',
    'DataDirectoryInUse',
  ]);
});

async function contender(): Promise<Child> {
  const child = await childOn('lock', directory);
  children.push(child);
  return child;
}
