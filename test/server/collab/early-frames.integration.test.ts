import { expect, test } from 'vitest';
import { documentText } from '#app/use-cases/documents/document-text.server.ts';
import { liveClient, textHolding } from '#test/support/live-documents.ts';
import { liveProject } from '#test/support/live-project.ts';

const live = liveProject();

test.each([
  { what: 'pastes 100 kB', insert: ['碳'.repeat(34_000)] },
  { what: 'types 50 words', insert: Array.from({ length: 50 }, (_, index) => `word ${index} `) },
])('[D4] somebody who $what before the door has opened loses nothing', async ({ insert }) => {
  const documentId = await live.project.startTor();
  const signedIn = await live.project.signIn('expert@demo.test');
  const client = await liveClient(live.server, signedIn, documentId);
  const text = textHolding(client.doc, '具体目标如下');
  client.provider.disconnect();
  // The socket is open, and nothing has been said on it yet.
  client.provider.once('status', () => {
    client.provider.once('status', () => insert.forEach((words) => text.insert(0, words)));
  });
  client.provider.connect();
  await new Promise<void>((resolve) => client.provider.once('sync', () => resolve()));
  await client.saved();

  const stored = await documentText(signedIn.person, documentId);
  expect(stored?.text).toContain([...insert].reverse().join(''));
  client.close();
});
