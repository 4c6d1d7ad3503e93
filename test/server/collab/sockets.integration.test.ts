import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { documentText } from '#app/use-cases/documents/document-text.server.ts';
import { openDocumentSession } from '#app/use-cases/documents/open-document-session.server.ts';
import { acceptSuggestion } from '#app/use-cases/review/accept-suggestion.server.ts';
import { raiseComment } from '#app/use-cases/review/raise-comment.server.ts';
import { database } from '#db/connection.ts';
import { deleteSession } from '#db/queries/sessions.ts';
import { refusedMessage, stateVectorMessage, updateMessage } from '#server/collab/protocol.ts';
import { liveClient, liveServer, textHolding, until } from '#test/support/live-documents.ts';
import { liveProject } from '#test/support/live-project.ts';

const live = liveProject();

test('two plain clients converge, and what they wrote is in the committed text', async () => {
  const documentId = await live.project.startTor();
  const expert = await liveClient(
    live.server,
    await live.project.signIn('expert@demo.test'),
    documentId,
  );
  const officer = await liveClient(
    live.server,
    await live.project.signIn('pmo@demo.test'),
    documentId,
  );

  textHolding(expert.doc, '具体目标如下').insert(0, '【专家】');
  textHolding(officer.doc, '本任务的总体目标是').insert(0, '[PMO] ');
  await Promise.all([expert.saved(), officer.saved()]);
  await until(officer.doc, () => textOf(officer.doc).includes('【专家】'));
  await until(expert.doc, () => textOf(expert.doc).includes('[PMO] '));

  expect(textOf(expert.doc)).toBe(textOf(officer.doc));
  const committed = await documentText(await live.project.person('pmo@demo.test'), documentId);
  expect(committed?.text).toContain('【专家】具体目标如下');
  expect(committed?.text).toContain('[PMO] ');
  expert.close();
  officer.close();
});

test('an edit that was acknowledged is there after all memory is gone', async () => {
  const documentId = await live.project.startTor();
  const expert = await liveClient(
    live.server,
    await live.project.signIn('expert@demo.test'),
    documentId,
  );
  textHolding(expert.doc, '本任务的总体目标是').insert(0, '已保存的一句。');
  await expert.saved();
  expert.close();

  const second = await liveServer(live.project.connectionString);
  const officer = await liveClient(second, await live.project.signIn('pmo@demo.test'), documentId);

  expect(textOf(officer.doc)).toContain('已保存的一句。');
  officer.close();
  await second.close();
});

test('people on two processes see each other', async () => {
  const documentId = await live.project.startTor();
  const second = await liveServer(live.project.connectionString);
  const expert = await liveClient(
    live.server,
    await live.project.signIn('expert@demo.test'),
    documentId,
  );
  const officer = await liveClient(second, await live.project.signIn('pmo@demo.test'), documentId);

  textHolding(expert.doc, '本任务的总体目标是').insert(0, '来自另一进程。');
  await until(officer.doc, () => textOf(officer.doc).includes('来自另一进程。'));

  expert.close();
  officer.close();
  await second.close();
});

test('a reviewer follows the text but what they send changes nothing', async () => {
  const documentId = await live.project.startTor();
  const expert = await liveClient(
    live.server,
    await live.project.signIn('expert@demo.test'),
    documentId,
  );
  const reviewer = await liveClient(
    live.server,
    await live.project.signIn('reviewer@bank.demo.test'),
    documentId,
  );
  expect(reviewer.mode).toBe('read');

  const refused = new Promise<void>((resolve) => {
    const handler = reviewer.provider.messageHandlers[121];
    reviewer.provider.messageHandlers[121] = (...message) => {
      handler?.(...message);
      resolve();
    };
  });
  textHolding(reviewer.doc, '本任务的总体目标是').insert(0, 'NOT MINE TO WRITE');
  await refused;
  textHolding(expert.doc, '本任务的总体目标是').insert(0, '专家可以写。');
  await expert.saved();
  await until(reviewer.doc, () => textOf(reviewer.doc).includes('专家可以写。'));

  expect(reviewer.refusals).toEqual(['read-only']);
  const committed = await documentText(await live.project.person('pmo@demo.test'), documentId);
  expect(committed?.text).toContain('专家可以写。');
  expect(committed?.text).not.toContain('NOT MINE TO WRITE');
  expert.close();
  reviewer.close();
});

test('an accepted suggestion reaches the open editors without a reload', async () => {
  const documentId = await live.project.startTor();
  const expert = await liveClient(
    live.server,
    await live.project.signIn('expert@demo.test'),
    documentId,
  );
  const raised = await raiseComment({
    actor: await live.project.person('reviewer@bank.demo.test'),
    documentId,
    type: 'CHANGE',
    body: 'Say how often.',
    anchor: { quote: 'Consultant names one contact', prefix: '', suffix: '' },
    suggestedText: 'Consultant names its team leader as contact',
    visibility: 'ALL',
    now: new Date(),
  });
  if (!raised.ok) throw new Error(raised.refusal.code);

  const accepted = await acceptSuggestion({
    actor: await live.project.person('pmo@demo.test'),
    threadId: raised.value.threadId,
    now: new Date(),
  });

  expect(accepted.ok).toBe(true);
  await until(expert.doc, () => textOf(expert.doc).includes('names its team leader as contact'));
  expert.close();
});

test('an edit under another client id is refused and stored nowhere', async () => {
  const documentId = await live.project.startTor();
  const { path } = await sessionFor('expert@demo.test', documentId);
  const foreign = new Y.Doc();
  foreign.clientID = 77;
  foreign.get('root-v2', Y.XmlElement).insert(0, [new Y.XmlElement('paragraph')]);

  const closed = await closeCodeAfter(live.server.origin + path, [
    updateMessage(Y.encodeStateAsUpdate(foreign)),
  ]);

  expect(closed).toBe(4400);
});

test.each([
  ['a frame that is no message', Uint8Array.of(250, 1, 2, 3)],
  ['a cut-off update', updateMessage(Uint8Array.of(1, 1, 9))],
  ['a cut-off state vector', stateVectorMessage(Uint8Array.of(9, 9))],
  ['a message of the server', refusedMessage('x', 'y')],
])('%s closes its sender for good and touches nobody else', async (_what, frame) => {
  const documentId = await live.project.startTor();
  const expert = await liveClient(
    live.server,
    await live.project.signIn('expert@demo.test'),
    documentId,
  );
  const { path } = await sessionFor('pmo@demo.test', documentId);

  expect(await closeCodeAfter(live.server.origin + path, [frame])).toBe(4400);

  textHolding(expert.doc, '本任务的总体目标是').insert(0, '照常。');
  await expert.saved();
  expert.close();
});

test('a socket gets the same answer for a foreign document and for a made-up one', async () => {
  const documentId = await live.project.startTor();
  const { path } = await sessionFor('expert@demo.test', documentId);
  const ticket = path.split('/').at(-1) ?? '';

  const codes = await Promise.all([
    closeCodeAfter(`${live.server.origin}/collab/${documentId}/no-such-ticket`, []),
    closeCodeAfter(`${live.server.origin}/collab/01MADEUPDOCUMENT/no-such-ticket`, []),
    closeCodeAfter(`${live.server.origin}/collab/01MADEUPDOCUMENT/${ticket}`, []),
    closeCodeAfter(`${live.server.origin}/collab/${documentId}`, []),
  ]);

  expect(codes).toEqual([4401, 4401, 4401, 4401]);
  const firmB = await live.project.signIn('firm-b@demo.test');
  const foreign = await openDocumentSession({ signedIn: firmB, documentId, now: new Date() });
  const madeUp = await openDocumentSession({ signedIn: firmB, documentId: 'x', now: new Date() });
  expect(foreign).toEqual(madeUp);
});

test('a page of another site cannot open a socket, and a signed-out ticket is dead', async () => {
  const documentId = await live.project.startTor();
  const { path, signedIn } = await sessionFor('expert@demo.test', documentId);

  expect(await closeCodeAfter(live.server.origin + path, [], 'https://elsewhere.example')).toBe(
    4403,
  );

  await deleteSession(database(), signedIn.session.id);
  expect(await closeCodeAfter(live.server.origin + path, [])).toBe(4401);
});

async function sessionFor(email: string, documentId: string) {
  const signedIn = await live.project.signIn(email);
  const opened = await openDocumentSession({ signedIn, documentId, now: new Date() });
  if (!opened.ok) throw new Error(opened.refusal.code);
  return { ...opened.value, signedIn };
}

function closeCodeAfter(url: string, frames: Uint8Array[], origin?: string): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, origin === undefined ? {} : { origin });
    socket.on('open', () => {
      for (const frame of frames) socket.send(frame);
    });
    socket.on('close', resolve);
  });
}

function textOf(doc: Y.Doc): string {
  return doc.get('root-v2', Y.XmlElement).toString();
}
