import { brokenSeals, currentHashes, sealedHashes } from '#db/seal-migrations.mjs';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Journal = { entries: { idx: number; when: number; tag: string }[] };
const journal = JSON.parse(readFileSync('db/migrations/meta/_journal.json', 'utf8')) as Journal;

test('a sealed migration is never changed or removed', () => {
  expect(brokenSeals()).toEqual([]);
});

test('every migration is sealed (npm run migration:seal)', () => {
  expect(Object.keys(currentHashes())).toEqual(Object.keys(sealedHashes()).sort());
});

test('the journal names every migration once, in the order in which they were made', () => {
  expect(journal.entries.map(({ tag }) => `${tag}.sql`)).toEqual(Object.keys(currentHashes()));
  const times = journal.entries.map(({ when }) => when);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});
