import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { lockDocument } from '#app/use-cases/documents/lock-document.server.ts';
import { startDocument } from '#app/use-cases/documents/start-document.server.ts';
import type { DocumentKind } from '#app/domain/documents/document-kind.ts';
import {
  awarenessMessage,
  missingMessage,
  refusedMessage,
  savedMessage,
  updateMessage,
} from '#server/collab/protocol.ts';
import { hostileUpdates, attackedDocument } from '#test/support/hostile-updates.ts';
import { rawSocket } from '#test/support/raw-socket.ts';
import { storedBytes } from '#test/support/stored-bytes.ts';

import { liveProject } from '#test/support/live-project.ts';

const live = liveProject();

type State = 'open' | 'locked';
type Reader = { email: string; kind: DocumentKind; code: string; author: string; state: State };

/** Everybody who may read and not write, each in a document that is so for them. */
const READERS: Reader[] = [
  reader('reviewer@bank.demo.test', 'TOR'),
  reader('lead@bank.demo.test', 'TOR'),
  reader('observer@demo.test', 'TOR'),
  reader('admin@demo.test', 'TOR'),
  reader('firm-a@demo.test', 'TOR'),
  reader('external@demo.test', 'TOR'),
  reader('expert@demo.test', 'INCEPTION_REPORT', 'firm-a@demo.test'),
  reader('external@demo.test', 'INCEPTION_REPORT', 'firm-a@demo.test'),
  reader('reviewer@bank.demo.test', 'INCEPTION_REPORT', 'firm-a@demo.test'),
  // A locked text is read by all, also by those who write it while it is open.
  { ...reader('expert@demo.test', 'TOR'), state: 'locked' },
  { ...reader('pmo@demo.test', 'TOR'), state: 'locked' },
  { ...reader('reviewer@bank.demo.test', 'TOR'), state: 'locked' },
  { ...reader('firm-a@demo.test', 'INCEPTION_REPORT', 'firm-a@demo.test'), state: 'locked' },
];

describe.each(READERS)(
  '[W8] $email, who may not write a $kind that is $state',
  ({ email, kind, code, author, state }) => {
    test('is answered and changes nothing with any frame', async () => {
      const documentId = await start({ kind, code, author });
      if (state === 'locked') await lock(documentId);
      const signedIn = await live.project.signIn(email);
      const before = await storedBytes(documentId);
      const memory = await live.server.rooms.enter(documentId);
      const memoryBefore = memory.state();

      const quiet = await rawSocket(live.server, signedIn, documentId);
      expect(quiet.mode).toBe('read');
      const own = ownEdit(quiet.clientId);
      quiet.send(updateMessage(own), missingMessage(own), updateMessage(ownEdit(77)));
      quiet.send(updateMessage(Uint8Array.of(0, 0)), Uint8Array.of(3));
      quiet.send(awarenessMessage(new Uint8Array(3_000)));
      await quiet.answered();
      expect(quiet.refusals).toEqual(['read-only', 'read-only', 'read-only']);
      for (const { update } of SMALL_ATTACKS) quiet.send(updateMessage(update));
      await quiet.answered();
      expect(new Set(quiet.refusals)).toEqual(new Set(['read-only']));
      quiet.socket.close();

      for (const frame of [
        new Uint8Array(),
        Uint8Array.of(2, 0),
        Uint8Array.of(250, 1, 2),
        Uint8Array.of(0, 7, 0),
        savedMessage(Uint8Array.of(0)),
        refusedMessage('x', 'y'),
        awarenessMessage(Uint8Array.of(1, 9, 1, 4, 123, 98, 97, 100)),
      ]) {
        const loud = await rawSocket(live.server, signedIn, documentId);
        loud.send(frame);
        expect(await loud.closed).toBe(4400);
      }
      expect(await storedBytes(documentId)).toBe(before);
      expect(memory.state()).toEqual(memoryBefore);
    });
  },
);

const SMALL_ATTACKS = hostileUpdates(attackedDocument())
  .filter(({ update, name }) => update.length < 2_000 && name !== 'nothing')
  .slice(0, 120);

function reader(email: string, kind: DocumentKind, author = 'pmo@demo.test') {
  return { email, kind, code: 'PMI-17', author, state: 'open' as State };
}

async function start(of: { kind: DocumentKind; code: string; author: string }): Promise<string> {
  const started = await startDocument({
    actor: await live.project.person(of.author),
    code: of.code,
    kind: of.kind,
    templateKey: null,
    title: '读者不可更改',
    now: new Date(),
  });
  if (!started.ok) throw new Error(started.refusal.code);
  return started.value.documentId;
}

async function lock(documentId: string): Promise<void> {
  const actor = await live.project.person('pmo@demo.test');
  const locked = await lockDocument({ actor, documentId, now: new Date() });
  if (!locked.ok) throw new Error(locked.refusal.code);
}

function ownEdit(clientId: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  doc.get('root-v2', Y.XmlElement).insert(0, [new Y.XmlElement('paragraph')]);
  return Y.encodeStateAsUpdate(doc);
}
