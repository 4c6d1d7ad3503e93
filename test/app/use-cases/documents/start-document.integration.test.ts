import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentKind } from '#app/domain/documents/document-kind.ts';
import { documentText } from '#app/use-cases/documents/document-text.server.ts';
import { startDocument } from '#app/use-cases/documents/start-document.server.ts';
import { database } from '#db/connection.ts';
import { findAssignments } from '#db/queries/assignments.ts';
import { auditEvents, documents, documentUpdates } from '#db/schema/index.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';

let project: DemoProject;

beforeAll(async () => {
  project = await demoProject();
});

afterAll(async () => {
  await project.close();
});

describe('starting a document', () => {
  test('writes the document, its content as row 1 of the log, and who did it', async () => {
    const documentId = await started('expert@demo.test', 'PMI-20', 'TOR');

    const [document] = await database()
      .select()
      .from(documents)
      .where(eq(documents.id, documentId));
    expect(document).toMatchObject({ kind: 'TOR', templateKey: 'tor-firm', lastSeq: 1 });
    const log = await database()
      .select()
      .from(documentUpdates)
      .where(eq(documentUpdates.documentId, documentId));
    expect(log.map(({ seq, personId, previousSha256 }) => [seq, personId, previousSha256])).toEqual(
      [[1, (await project.person('expert@demo.test')).id, null]],
    );
    const events = await database()
      .select({ action: auditEvents.action, details: auditEvents.details })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, documentId));
    expect(events).toEqual([
      {
        action: 'document.created',
        details: { kind: 'TOR', template: 'tor-firm', assignment: 'PMI-20' },
      },
    ]);
    const text = await documentText(await project.person('expert@demo.test'), documentId);
    expect(text?.revision).toBe(1);
    expect(text?.text).toContain('PMI-20');
  });

  test('of terms of reference moves a planned assignment on, and no other', async () => {
    const stageOf = async (code: string) => (await findAssignments(database(), { code }))[0]?.stage;
    expect([await stageOf('PMI-26'), await stageOf('PMI-4')]).toEqual(['PLANNED', 'IMPLEMENTING']);

    await started('pmo@demo.test', 'PMI-26', 'MEETING_MINUTES');
    expect(await stageOf('PMI-26')).toBe('PLANNED');
    await started('pmo@demo.test', 'PMI-26', 'TOR');
    await started('pmo@demo.test', 'PMI-4', 'TOR');

    expect([await stageOf('PMI-26'), await stageOf('PMI-4')]).toEqual([
      'TOR_DRAFT',
      'IMPLEMENTING',
    ]);
  });

  test('for an individual takes the template for individuals', async () => {
    const documentId = await started('pmo@demo.test', 'PMI-30-ICS', 'TOR');

    const [document] = await database()
      .select()
      .from(documents)
      .where(eq(documents.id, documentId));
    expect(document?.templateKey).toBe('tor-individual');
  });

  test('keeps markup in a title as the words it is', async () => {
    const title = '<img src=x onerror=alert(1)> & "纲"';

    const answer = await start('pmo@demo.test', { title });

    if (!answer.ok) throw new Error(answer.refusal.code);
    const [row] = await database()
      .select()
      .from(documents)
      .where(eq(documents.id, answer.value.documentId));
    expect(row?.title).toBe(title);
  });
});

describe('nothing is started', () => {
  test.each<[string, string, Wanted & { refusal: string }]>([
    ['without a title', 'pmo@demo.test', { title: ' ', refusal: 'title.missing' }],
    [
      'with an over-long title',
      'pmo@demo.test',
      { title: '纲'.repeat(301), refusal: 'title.too-long' },
    ],
    [
      'from an unknown template',
      'pmo@demo.test',
      { templateKey: 'made-up', refusal: 'template.unknown' },
    ],
    [
      'from a template of another kind',
      'pmo@demo.test',
      { templateKey: 'final-report', refusal: 'template.unknown' },
    ],
    [
      'from a template for other assignments',
      'pmo@demo.test',
      { templateKey: 'tor-individual', refusal: 'template.unknown' },
    ],
    ['on a made-up assignment', 'pmo@demo.test', { code: 'PMI-99', refusal: 'not-found' }],
    ["on another firm's assignment", 'firm-b@demo.test', { refusal: 'not-found' }],
    ['by a firm that would write its own TOR', 'firm-a@demo.test', { refusal: 'not-allowed' }],
    ['by a reviewer', 'reviewer@bank.demo.test', { refusal: 'not-allowed' }],
    ['by an observer', 'observer@demo.test', { refusal: 'not-allowed' }],
    ['by the administrator', 'admin@demo.test', { refusal: 'not-allowed' }],
  ])('%s', async (_what, email, { refusal, ...wanted }) => {
    const before = await everything();

    expect(await start(email, wanted)).toEqual({ ok: false, refusal: { code: refusal } });

    expect(await everything()).toEqual(before);
  });
});

type Wanted = { code?: string; kind?: DocumentKind; templateKey?: string; title?: string };

async function start(email: string, wanted: Wanted) {
  return await startDocument({
    actor: await project.person(email),
    code: wanted.code ?? 'PMI-3',
    kind: wanted.kind ?? 'TOR',
    templateKey: wanted.templateKey ?? null,
    title: wanted.title ?? '工作大纲',
    now: new Date(),
  });
}

async function started(email: string, code: string, kind: DocumentKind): Promise<string> {
  const answer = await start(email, { code, kind });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.documentId;
}

/** How much there is of what a start writes, and where the assignment stands. */
async function everything() {
  const db = database();
  const [assignment] = await findAssignments(db, { code: 'PMI-3' });
  const created = eq(auditEvents.action, 'document.created');
  return {
    documents: await db.$count(documents),
    updates: await db.$count(documentUpdates),
    events: await db.$count(auditEvents, created),
    stage: assignment?.stage,
  };
}
