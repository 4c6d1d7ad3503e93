import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#app/domain/people/person.ts';
import { documentText } from '#app/use-cases/documents/document-text.server.ts';
import { acceptSuggestion } from '#app/use-cases/review/accept-suggestion.server.ts';
import { closeThread } from '#app/use-cases/review/close-thread.server.ts';
import { raiseComment } from '#app/use-cases/review/raise-comment.server.ts';
import { replyToThread } from '#app/use-cases/review/reply-to-thread.server.ts';
import { threadsOf } from '#app/use-cases/review/threads-of.server.ts';
import { database } from '#db/connection.ts';
import { auditEvents, documentUpdates } from '#db/schema/index.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { editDocument } from '#test/support/edit-document.ts';

const QUOTE = 'has four components';
const NOT_FOUND = { ok: false, refusal: { code: 'not-found' } };
const NOT_ALLOWED = { ok: false, refusal: { code: 'not-allowed' } };

let project: DemoProject;
let expert: Person;
let reviewer: Person;
let holder: Person;
let stranger: Person;
let documentId: string;

beforeAll(async () => {
  project = await demoProject();
  expert = await project.person('expert@demo.test');
  reviewer = await project.person('reviewer@bank.demo.test');
  holder = await project.person('firm-a@demo.test');
  stranger = await project.person('firm-b@demo.test');
});
beforeEach(async () => {
  documentId = await project.startTor();
});
afterAll(async () => {
  await project.close();
});

describe('a comment', () => {
  test('stands beside the text and changes nothing in it', async () => {
    const before = await log();
    const raised = await raise({ suggestedText: 'has 4 components' });

    expect(raised).toMatchObject({ ok: true, value: { number: 1 } });
    expect(await log()).toEqual(before);
    expect(await only()).toMatchObject({
      number: 1,
      state: 'OPEN',
      quote: QUOTE,
      suggestedText: 'has 4 components',
      place: { found: true },
      messages: [{ body: 'Which ones?' }],
    });
  });

  test('may quote a register value as it is read', async () => {
    const raised = await raise({ quote: '本任务（PMI-3）属于“加强国家' });

    expect(raised.ok).toBe(true);
    expect((await only())?.place).toMatchObject({ found: true });
  });

  test('is refused without words, without a place, or when it is endless', async () => {
    const codes = await Promise.all(
      [
        { body: '  ' },
        { quote: ' ' },
        { quote: 'words that nobody wrote' },
        { quote: 'x'.repeat(2_001) },
        { body: 'x'.repeat(20_001) },
      ].map(async (change) => {
        const outcome = await raise(change);
        return outcome.ok ? 'taken' : outcome.refusal.code;
      }),
    );

    expect(codes).toEqual([
      'comment.empty',
      'quote.missing',
      'quote.not-found',
      'quote.too-long',
      'comment.too-long',
    ]);
    expect(await threadsOf(expert, documentId)).toEqual([]);
  });

  test('takes two at once and numbers them apart', async () => {
    const both = await Promise.all([raise({}), raise({ actor: expert })]);

    expect(both.map((one) => (one.ok ? one.value.number : 0)).sort()).toEqual([1, 2]);
  });

  test('is not for who only reads, and the document is nothing to who may not', async () => {
    expect(await raise({ actor: holder })).toEqual(NOT_ALLOWED);
    expect(await raise({ actor: stranger })).toEqual(NOT_FOUND);
    expect(await raise({ actor: stranger, documentId: 'made-up' })).toEqual(NOT_FOUND);
    expect(await threadsOf(stranger, documentId)).toBeNull();
  });

  test('in the lane of an institution exists for its people alone', async () => {
    const threadId = idOf(await raise({ visibility: 'INSTITUTION' }));

    expect(await threadsOf(expert, documentId)).toEqual([]);
    expect(await threadsOf(await project.person('lead@bank.demo.test'), documentId)).toHaveLength(
      1,
    );
    expect(await closeThread({ actor: expert, threadId, now: now() })).toEqual(NOT_FOUND);
    expect(await reply(expert, threadId)).toEqual(NOT_FOUND);
  });

  test('keeps its quote when its words are deleted', async () => {
    await raise({});
    await edit(`The Project is run by the Project Management Office (PMO) and ${QUOTE}. `, '');

    expect(await only()).toMatchObject({ quote: QUOTE, place: { found: false }, state: 'OPEN' });
  });
});

describe('an accepted suggestion', () => {
  test('goes into the text once, as an edit of who accepted it', async () => {
    const threadId = idOf(await raise({ suggestedText: 'has 4 components' }));
    const before = await log();

    const twice = await Promise.all([accept(expert, threadId), accept(expert, threadId)]);

    expect(twice.map((one) => (one.ok ? 'done' : one.refusal.code)).sort()).toEqual([
      'done',
      'suggestion.done',
    ]);
    const added = (await log()).slice(before.length);
    expect(added.map(({ personId }) => personId)).toEqual([expert.id]);
    const text = (await documentText(expert, documentId))?.text;
    expect(text).toContain('Management Office (PMO) and has 4 components. This');
    expect(text).not.toContain(QUOTE);
    expect(await only()).toMatchObject({ state: 'ACCEPTED', mayAccept: false, mayClose: false });
    expect(await actionsOn(threadId)).toEqual(['thread.opened', 'suggestion.accepted']);
  });

  test('finds words that have moved', async () => {
    const threadId = idOf(await raise({ suggestedText: 'has 4 components' }));
    await edit('The Project is run by', 'Since 2021 the Project has been run by');

    expect((await accept(expert, threadId)).ok).toBe(true);
    expect((await documentText(expert, documentId))?.text).toContain('and has 4 components.');
  });

  test('is refused when its words have changed, and nothing changes', async () => {
    const threadId = idOf(await raise({ suggestedText: 'has 4 components' }));
    await edit('four components', 'five components');
    const before = await log();

    expect(await accept(expert, threadId)).toMatchObject({ refusal: { code: 'suggestion.moved' } });
    expect(await log()).toEqual(before);
    expect(await only()).toMatchObject({ state: 'OPEN' });
  });

  test('is an act of editors: the reviewer who wrote it cannot put it into the text', async () => {
    const threadId = idOf(await raise({ suggestedText: 'has 4 components' }));
    const before = await log();

    expect(await accept(reviewer, threadId)).toEqual(NOT_ALLOWED);
    expect(await accept(holder, threadId)).toEqual(NOT_ALLOWED);
    expect(await accept(stranger, threadId)).toEqual(NOT_FOUND);
    expect(await accept(stranger, 'made-up')).toEqual(NOT_FOUND);
    expect(await log()).toEqual(before);
  });

  test('needs a suggestion', async () => {
    const threadId = idOf(await raise({}));

    expect(await accept(expert, threadId)).toMatchObject({ refusal: { code: 'suggestion.none' } });
  });
});

describe('a thread', () => {
  test('is answered by who may comment, in order', async () => {
    const threadId = idOf(await raise({}));
    await reply(expert, threadId, ' The four of section 1. ');
    await reply(reviewer, threadId, '谢谢');

    expect((await only())?.messages.map(({ body }) => body)).toEqual([
      'Which ones?',
      'The four of section 1.',
      '谢谢',
    ]);
    expect(await reply(expert, threadId, ' ')).toMatchObject({
      refusal: { code: 'comment.empty' },
    });
    expect(await reply(holder, threadId)).toEqual(NOT_ALLOWED);
    expect(await reply(stranger, threadId)).toEqual(NOT_FOUND);
  });

  test('is closed by its author or an editor, and only once', async () => {
    const threadId = idOf(await raise({}));
    const other = await project.person('lead@bank.demo.test');

    expect(await closeThread({ actor: other, threadId, now: now() })).toEqual(NOT_ALLOWED);
    expect((await closeThread({ actor: reviewer, threadId, now: now() })).ok).toBe(true);
    expect((await closeThread({ actor: expert, threadId, now: now() })).ok).toBe(true);
    expect(await only()).toMatchObject({ state: 'CLOSED', mayClose: false });
    expect(await actionsOn(threadId)).toEqual(['thread.opened', 'thread.closed']);
  });
});

type Change = Partial<Parameters<typeof raiseComment>[0]> & { quote?: string };

function raise({ quote = QUOTE, ...change }: Change) {
  return raiseComment({
    actor: reviewer,
    documentId,
    type: 'QUESTION',
    body: 'Which ones?',
    anchor: { quote, prefix: '', suffix: '' },
    suggestedText: null,
    visibility: 'ALL',
    now: now(),
    ...change,
  });
}

function idOf(raised: Awaited<ReturnType<typeof raise>>): string {
  if (!raised.ok) throw new Error(raised.refusal.code);
  return raised.value.threadId;
}

function accept(actor: Person, threadId: string) {
  return acceptSuggestion({ actor, threadId, now: now() });
}

function reply(actor: Person, threadId: string, body = 'Yes') {
  return replyToThread({ actor, threadId, body, now: now() });
}

async function edit(words: string, by: string): Promise<void> {
  await editDocument({ documentId, personId: expert.id, words, by });
}

/** The only thread of the document, as the expert sees it. */
async function only() {
  const threads = await threadsOf(expert, documentId);
  expect(threads).toHaveLength(1);
  return threads?.[0];
}

async function log() {
  return await database()
    .select({ seq: documentUpdates.seq, personId: documentUpdates.personId })
    .from(documentUpdates)
    .where(eq(documentUpdates.documentId, documentId))
    .orderBy(documentUpdates.seq);
}

async function actionsOn(subjectId: string): Promise<string[]> {
  const events = await database()
    .select({ action: auditEvents.action })
    .from(auditEvents)
    .where(eq(auditEvents.subjectId, subjectId))
    .orderBy(auditEvents.at);
  return events.map(({ action }) => action);
}

function now(): Date {
  return new Date();
}
