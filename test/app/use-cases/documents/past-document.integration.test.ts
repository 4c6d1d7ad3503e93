import { afterAll, beforeAll, expect, test } from 'vitest';
import { pastDocument } from '#app/use-cases/documents/past-document.server.ts';
import { inTransaction } from '#db/connection.ts';
import { appendUpdates } from '#db/queries/document-updates.ts';
import { loadCatalogue } from '#app/i18n/catalogue.ts';
import { translator } from '#app/i18n/translator.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';

let project: DemoProject;

beforeAll(async () => {
  project = await demoProject();
});

afterAll(async () => {
  await project.close();
});

const MINUTE_MS = 60_000;

async function past(documentId: string, email: string, moment: { seq: number } | null = null) {
  const t = translator('en', await loadCatalogue('en'));
  return await pastDocument({ actor: await project.person(email), documentId, moment, t });
}

test('[H1] what people wrote is told in spells, each with its own pauses, the newest first', async () => {
  const documentId = await project.startTor();
  const start = Date.now() + 24 * 60 * MINUTE_MS;
  const rows = [
    ['pmo@demo.test', 0],
    ['expert@demo.test', 1],
    ['pmo@demo.test', 10],
    ['expert@demo.test', 30],
  ] as const;
  for (const [email, minutes] of rows) {
    const { id: personId } = await project.person(email);
    // An update that changes nothing: only who and when matter here.
    const updates = [{ bytes: new Uint8Array([0, 0]), personId, sessionId: null, clientId: 9 }];
    const at = new Date(start + minutes * MINUTE_MS);
    await inTransaction((tx) => appendUpdates(tx, documentId, { updates, at }));
  }

  const found = await past(documentId, 'reviewer@bank.demo.test');

  if (!found.ok) throw new Error(found.refusal.code);
  const [last, office, before] = found.value.spells;
  expect(last).toMatchObject({ lastSeq: 5, since: last?.until });
  expect(office).toMatchObject({ lastSeq: 4 });
  expect(Date.parse(office?.until ?? '') - Date.parse(office?.since ?? '')).toBe(10 * MINUTE_MS);
  expect(before).toMatchObject({ lastSeq: 3 });
  expect(office?.personName).not.toEqual(last?.personName);
  expect(before?.personName).toEqual(last?.personName);
  expect(found.value.past).toBeNull();
});

test('[H1] the text of a moment is shown to who writes or reviews, and to nobody else', async () => {
  const documentId = await project.startTor();

  const found = await past(documentId, 'expert@demo.test', { seq: 1 });

  if (!found.ok) throw new Error(found.refusal.code);
  expect(found.value.past).toMatchObject({ revision: 1 });
  expect(found.value.past?.html).toContain('heading-1');
  const never = await past(documentId, 'expert@demo.test', { seq: 2 });
  expect(never).toMatchObject({ ok: true, value: { past: null } });
  const refusals = [
    await past(documentId, 'firm-a@demo.test', { seq: 1 }),
    await past(documentId, 'firm-b@demo.test', { seq: 1 }),
  ];
  expect(refusals).toEqual([
    { ok: false, refusal: { code: 'not-allowed' } },
    { ok: false, refusal: { code: 'not-found' } },
  ]);
});
