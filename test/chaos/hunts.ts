/**
 * How each planted bug is made to show itself, and what the checker must then say. Nothing here
 * hopes for the right moment: whatever a bug needs is brought about first, or tried until it came.
 */
import * as Y from 'yjs';
import { database } from '#db/connection.ts';
import type { DemoProject } from '#test/support/demo-project.ts';
import type { Violation } from './checker.ts';
import { readStored } from './evidence.ts';
import { History } from './history.ts';
import type { KillableServer } from './killable-server.ts';
import type { PlantedBug } from './planted-bugs.ts';
import { checkAtRest, checkNow, closeScene, openScene, type Scene } from './scene.ts';
import { typingClient } from './typing-client.ts';
import { untilTrue } from './until-true.ts';

export type Stage = {
  project: DemoProject;
  origin: string;
  scene: Scene;
  random: () => number;
  /** The server that serves now. */
  server: KillableServer;
  /** Serves the same documents, with the same bugs, on the same port. */
  startNext: () => Promise<KillableServer>;
};

export type Hunt = {
  knownBy: RegExp;
  expose: (stage: Stage, isKnown: (violations: Violation[]) => boolean) => Promise<Violation[]>;
};

export const HUNTS: Record<PlantedBug, Hunt> = {
  'acknowledges-before-commit': { knownBy: /^I1 .* was acknowledged/, expose: dieAcknowledged },
  'acknowledges-without-append': { knownBy: /^I1 .* was acknowledged/, expose: dieAcknowledged },
  'drops-an-update': { knownBy: /^I1 .* was acknowledged/, expose: typeUntilKnown },
  'stores-twice': { knownBy: /^I4 row \d+ stores what was stored already/, expose: typeUntilKnown },
  'shows-before-commit': { knownBy: /^I1 .* was shown to others/, expose: dieShowing },
  'loses-the-tail-after-a-snapshot': { knownBy: /^I2 memory of server/, expose: reloadSnapshot },
  'stores-in-wrong-order': { knownBy: /^I8 row \d+ waits/, expose: typeUntilKnown },
  'breaks-the-hash-chain': { knownBy: /^I6 row \d+ is not chained/, expose: typeUntilKnown },
  'skips-the-gate': { knownBy: /^I6 row \d+ holds edits of \d+, of somebody/, expose: forge },
  'applies-without-append': { knownBy: /^I2 memory of server/, expose: typeAndRest },
  'forgets-to-tell-others': { knownBy: /^I2 client \d+ knows other/, expose: typeAndRest },
  'names-the-wrong-person': {
    knownBy: /^I6 row \d+ holds edits of \d+, of somebody/,
    expose: typeUntilKnown,
  },
  'snapshots-too-little': { knownBy: /^I2 snapshot and tail/, expose: compactUntilKnown },
};

/** All of it one after the other, for a server that has no bug. */
export async function exposeToEverything(stage: Stage): Promise<Violation[]> {
  const { scene } = stage;
  await forge(stage);
  await compact(stage);
  const violations = await dieAcknowledged(stage);
  const next = await stage.startNext();
  return [...violations, ...(await checkAtRest(scene, [next]))];
}

async function typeUntilKnown(stage: Stage, isKnown: (violations: Violation[]) => boolean) {
  const { scene, random } = stage;
  for (const client of scene.clients) client.startTyping(random, 40);
  return await lookUntil(scene, isKnown);
}

async function compactUntilKnown(stage: Stage, isKnown: (violations: Violation[]) => boolean) {
  await compact(stage);
  return await lookUntil(stage.scene, isKnown);
}

async function lookUntil(scene: Scene, isKnown: (violations: Violation[]) => boolean) {
  let violations: Violation[] = [];
  const look = async () => {
    violations = await checkNow(scene);
    return isKnown(violations);
  };
  await untilTrue(look, { what: 'the checker finds it', withinMs: PATIENCE_MS });
  return violations;
}

async function dieAcknowledged({ scene, random, server }: Stage): Promise<Violation[]> {
  const before = scene.history.count().acknowledged;
  for (const client of scene.clients) client.startTyping(random, 40);
  const isUnderWay = () => scene.history.count().acknowledged >= before + 5;
  await untilTrue(isUnderWay, { what: 'typing is acknowledged', withinMs: PATIENCE_MS });
  return await dieNow(scene, server);
}

async function dieShowing({ scene, server }: Stage): Promise<Violation[]> {
  for (const client of scene.clients) client.type();
  const isShown = () => scene.history.testify().tokens.some(({ seenAt }) => seenAt !== null);
  await untilTrue(isShown, { what: 'a word is shown to others', withinMs: PATIENCE_MS });
  return await dieNow(scene, server);
}

async function dieNow(scene: Scene, server: KillableServer): Promise<Violation[]> {
  server.kill();
  await server.ended;
  await Promise.all(scene.clients.map((client) => client.cutOff()));
  return await checkNow(scene);
}

/** Words after a snapshot, and then only somebody new, who cannot bring them again. */
async function reloadSnapshot(stage: Stage): Promise<Violation[]> {
  const { scene, project, origin, server } = stage;
  await compact(stage);
  for (const client of scene.clients) client.type();
  const isStored = () => scene.history.isAllAcknowledged();
  await untilTrue(isStored, { what: 'the tail is stored', withinMs: PATIENCE_MS });
  closeScene(scene);
  server.kill();
  await server.ended;
  const next = await stage.startNext();
  const later = await openScene(project, [origin], scene.documentId);
  try {
    return await checkAtRest(later, [next], REST_MS);
  } finally {
    closeScene(later);
  }
}

async function typeAndRest({ scene, server }: Stage): Promise<Violation[]> {
  for (let round = 0; round < 4; round += 1) {
    for (const client of scene.clients) client.type();
    const isStored = () => scene.history.isAllAcknowledged();
    await untilTrue(isStored, { what: 'a round of words is stored', withinMs: PATIENCE_MS });
  }
  return await checkAtRest(scene, [server], REST_MS);
}

/** A long passage comes and goes, and with a later commit a snapshot is written. */
async function compact({ scene }: Stage): Promise<void> {
  scene.clients[0]?.pasteAndRemove(280_000);
  const hasSnapshot = async () => {
    scene.clients[0]?.type();
    const { loaded } = await readStored(database(), scene.documentId);
    return loaded.snapshotBytes > 0;
  };
  await untilTrue(hasSnapshot, { what: 'a snapshot is there', withinMs: PATIENCE_MS });
}

/** A hostile client brings an edit under the client id of another person. */
async function forge({ scene, project, origin }: Stage): Promise<Violation[]> {
  const [victim] = scene.clients;
  if (victim === undefined) throw new Error('There is nobody to imitate.');
  const hostile = await typingClient({
    origin,
    documentId: scene.documentId,
    signedIn: await project.signIn('pmo@demo.test'),
    history: new History(),
  });
  try {
    const forged = new Y.Doc();
    forged.clientID = victim.clientId;
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(hostile.doc));
    const before = Y.encodeStateVector(forged);
    forged.get('root-v2', Y.XmlElement).push([new Y.XmlElement('paragraph')]);
    hostile.sendUpdate(Y.encodeStateAsUpdate(forged, before));
    const isHeard = () => hostile.isExpelled() || victim.doc.store.clients.has(victim.clientId);
    await untilTrue(isHeard, { what: 'the forged edit is heard', withinMs: PATIENCE_MS });
  } finally {
    hostile.close();
  }
  return await checkNow(scene);
}

const PATIENCE_MS = 30_000;
/** What is on its way arrives meanwhile; what is wrong after it stays so. */
const REST_MS = 1_500;
