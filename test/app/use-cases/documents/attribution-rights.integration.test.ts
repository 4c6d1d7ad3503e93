import { afterAll, beforeAll, expect, test } from 'vitest';
import { attributePassage } from '#app/use-cases/documents/document-attribution.server.ts';
import { acceptSuggestion } from '#app/use-cases/review/accept-suggestion.server.ts';
import { raiseComment } from '#app/use-cases/review/raise-comment.server.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';

let project: DemoProject;

beforeAll(async () => {
  project = await demoProject();
});

afterAll(async () => {
  await project.close();
});

async function attributed(documentId: string, quote: string, email: string) {
  const actor = await project.person(email);
  const anchor = { quote, prefix: '', suffix: '' };
  const answer = await attributePassage({ actor, documentId, anchor });
  return answer.ok ? answer.value.segments.map(({ suggestedBy }) => suggestedBy) : answer.refusal;
}

test('[H2] who suggested words in a lane of their institution is told there only', async () => {
  const documentId = await project.startTor();
  const actor = await project.person('pmo@demo.test');
  const raised = await raiseComment({
    actor,
    documentId,
    type: 'CHANGE',
    body: 'Among us.',
    anchor: { quote: '本任务的总体目标', prefix: '', suffix: '' },
    suggestedText: '各方商定之目的',
    visibility: 'INSTITUTION',
    now: new Date(),
  });
  if (!raised.ok) throw new Error(raised.refusal.code);
  const { threadId } = raised.value;
  const accepted = await acceptSuggestion({ actor, threadId, now: new Date() });
  if (!accepted.ok) throw new Error(accepted.refusal.code);

  expect(await attributed(documentId, '各方商定', 'pmo@demo.test')).toEqual([actor.name]);
  expect(await attributed(documentId, '各方商定', 'reviewer@bank.demo.test')).toEqual([null]);
});

test('[H2] who may only read a text is not told who wrote it', async () => {
  const documentId = await project.startTor();

  const told = await attributed(documentId, '本任务', 'observer@demo.test');

  expect(told).toEqual({ code: 'not-allowed' });
});
