/** One document, the clients that type into it, and what is known of both. */
import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { database } from '#db/connection.ts';
import type { DemoProject } from '#test/support/demo-project.ts';
import { checkMoment, checkRest, type Violation } from './checker.ts';
import { readStored } from './evidence.ts';
import { History } from './history.ts';
import type { KillableServer } from './killable-server.ts';
import { typingClient, type TypingClient } from './typing-client.ts';
import { untilTrue } from './until-true.ts';

export type Scene = {
  documentId: string;
  history: History;
  clients: TypingClient[];
};

/** Two people in turn, so that ownership of client ids means something. */
const WRITERS = ['expert@demo.test', 'pmo@demo.test'] as const;

export async function openScene(
  project: DemoProject,
  origins: readonly string[],
  documentId?: string,
): Promise<Scene> {
  const scene: Scene = {
    documentId: documentId ?? (await project.startTor()),
    history: new History(),
    clients: [],
  };
  const people = await Promise.all(WRITERS.map((email) => project.signIn(email)));
  for (const [index, origin] of origins.entries()) {
    const signedIn = people[index % people.length];
    if (signedIn === undefined) throw new Error('Nobody is signed in.');
    const { documentId: id, history } = scene;
    scene.clients.push(await typingClient({ origin, documentId: id, signedIn, history }));
  }
  return scene;
}

/** Takes what the clients know, then what is stored, and holds one against the other. */
export async function checkNow({ documentId, history }: Scene): Promise<Violation[]> {
  const testimony = history.testify();
  return checkMoment(testimony, await readStored(database(), documentId));
}

/** Lets everybody stop, be acknowledged and hear everything; then judges. */
export async function checkAtRest(
  scene: Scene,
  servers: readonly KillableServer[],
  patienceMs = 20_000,
): Promise<Violation[]> {
  const { clients, history, documentId } = scene;
  for (const client of clients) {
    client.stopTyping();
    // A last word, whose acknowledgement covers removals before it.
    client.type();
  }
  const stored = () => readStored(database(), documentId);
  const copiesNow = async () => {
    const copies = new Map<string, Uint8Array>();
    for (const client of clients) {
      copies.set(`client ${client.clientId}`, Y.encodeStateAsUpdate(client.doc));
    }
    for (const [index, server] of servers.entries()) {
      const memory = await server.memory(documentId);
      if (memory !== null) copies.set(`memory of server ${index}`, memory);
    }
    return copies;
  };
  const deadline = performance.now() + patienceMs;
  for (;;) {
    // The last look is taken whatever the clients still wait for: that they do is a violation.
    const isLast = performance.now() > deadline;
    if (isLast || history.isAllAcknowledged()) {
      const testimony = history.testify();
      const violations = checkRest({
        testimony,
        stored: await stored(),
        copies: await copiesNow(),
      });
      if (isLast || violations.length === 0) return violations;
    }
    await pause(50);
  }
}

/** Everybody is connected, and what each types from now on is acknowledged. */
export async function untilAllAreStored({ clients, history }: Scene): Promise<void> {
  const now = performance.now();
  const areStored = () => {
    const writers = new Set<number>();
    for (const { clientId, insertedAt, acknowledgedAt } of history.testify().tokens) {
      if (insertedAt > now && acknowledgedAt !== null) writers.add(clientId);
    }
    return clients.every((client) => client.isConnected() && writers.has(client.clientId));
  };
  await untilTrue(areStored, { what: 'what everybody types is stored', withinMs: 60_000 });
}

export function closeScene({ clients }: Scene): void {
  for (const client of clients) client.close();
}
