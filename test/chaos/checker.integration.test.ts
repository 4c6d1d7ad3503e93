/** The judge is judged: every planted bug is found, and documents without one stay clean. */
import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '#server/database/free-port.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { database } from '#db/connection.ts';
import { buildProgram, type BuiltProgram } from './build-program.ts';
import type { Violation } from './checker.ts';
import { standBy } from './killable-server.ts';
import { PLANTED_BUGS, type PlantedBug } from './planted-bugs.ts';
import { readStored } from './evidence.ts';
import { History } from './history.ts';
import { typingClient } from './typing-client.ts';
import { checkAtRest, checkNow, closeScene, openScene, type Scene } from './scene.ts';
import { untilTrue } from './until-true.ts';

/** By what the checker is to know each bug; it may find more. */
const KNOWN_BY: Record<PlantedBug, RegExp> = {
  'acknowledges-before-commit': /I1 .* was acknowledged/,
  'acknowledges-without-append': /I1 .* was acknowledged/,
  'drops-an-update': /I1 .* was acknowledged/,
  'stores-twice': /I4 row \d+ stores what was stored already/,
  'shows-before-commit': /I1 .* was shown to others/,
  'loses-the-tail-after-a-snapshot': /I2 memory of server|G8|I1/,
  'stores-in-wrong-order': /I8 row \d+ waits/,
  'breaks-the-hash-chain': /I6 row \d+ is not chained/,
  'skips-the-gate': /I6 row \d+ holds edits of \d+, of somebody else/,
  'applies-without-append': /I2 memory of server/,
  'names-the-wrong-person': /I6 row \d+ holds edits of \d+, of somebody else/,
  'snapshots-too-little': /I2 snapshot and tail/,
};

/** These show only once a document has a snapshot. */
const COMPACTED: ReadonlySet<PlantedBug> = new Set([
  'loses-the-tail-after-a-snapshot',
  'snapshots-too-little',
]);

let project: DemoProject;
let program: BuiltProgram;
let found: Map<PlantedBug | null, Violation[]>;

beforeAll(async () => {
  program = await buildProgram();
  project = await demoProject();
  found = await runAll();
}, 180_000);

afterAll(async () => {
  await project.close();
  await program.remove();
});

describe('the checker finds a server that', () => {
  test.each(PLANTED_BUGS)('%s', (bug) => {
    const violations = (found.get(bug) ?? []).map(({ invariant, what }) => `${invariant} ${what}`);
    expect(violations).toContainEqual(expect.stringMatching(KNOWN_BY[bug]));
  });
});

test('the checker finds nothing wrong with a server that has no planted bug', () => {
  expect(found.get(null)).toEqual([]);
});

/** All bugs at once, each in a document of its own: typing, a death, typing again, rest. */
async function runAll(): Promise<Map<PlantedBug | null, Violation[]>> {
  const random = seededRandom(7);
  const port = await freePort();
  const origin = `ws://127.0.0.1:${port}`;
  const place = { file: program.file, connectionString: project.connectionString, port };
  const documents = new Map<PlantedBug | null, string>();
  for (const bug of [null, ...PLANTED_BUGS]) documents.set(bug, await project.startTor());
  const bugs: Record<string, PlantedBug> = {};
  for (const [bug, documentId] of documents) if (bug !== null) bugs[documentId] = bug;

  const first = standBy(place);
  const second = standBy(place);
  const scenes = new Map<PlantedBug | null, Scene>();
  try {
    await first.serve(bugs);
    for (const [bug, documentId] of documents) {
      scenes.set(bug, await openScene(project, [origin, origin], documentId));
    }
    const violations = new Map<PlantedBug | null, Violation[]>();
    for (const bug of ['skips-the-gate', null] as const) {
      await writeAsSomebodyElse(project, origin, scenes.get(bug));
    }
    for (const [bug, scene] of scenes) {
      if (bug === null || COMPACTED.has(bug)) scene.clients[0]?.pasteAndRemove(280_000);
      for (const client of scene.clients) client.startTyping(random, 80);
    }
    for (const bug of COMPACTED) {
      const isCompacted = () => hasSnapshot(documents.get(bug) ?? '');
      await untilTrue(isCompacted, { what: 'it is compacted', withinMs: 60_000 });
    }
    await untilTrue(() => isUnderWay(scenes), { what: 'everybody works', withinMs: 60_000 });
    first.kill();
    await first.ended;
    for (const [bug, scene] of scenes) {
      await Promise.all(scene.clients.map((client) => client.cutOff()));
      violations.set(bug, await checkNow(scene));
    }
    await second.serve(bugs);
    const back = scenes.get(null)?.clients ?? [];
    const isBack = () => back.every((client) => client.isConnected());
    await untilTrue(isBack, { what: 'the second server serves', withinMs: 30_000 });
    await pause(1_000);
    const atRest = [...scenes].map(async ([bug, scene]) => {
      const patienceMs = bug === null ? 20_000 : 2_000;
      violations.get(bug)?.push(...(await checkAtRest(scene, [second], patienceMs)));
    });
    await Promise.all(atRest);
    return violations;
  } finally {
    for (const scene of scenes.values()) closeScene(scene);
    for (const server of [first, second]) {
      server.kill();
      await server.ended;
    }
  }
}

/** A hostile client brings an edit under the client id of another person. */
async function writeAsSomebodyElse(
  people: DemoProject,
  origin: string,
  scene: Scene | undefined,
): Promise<void> {
  const [victim] = scene?.clients ?? [];
  if (scene === undefined || victim === undefined) throw new Error('There is nobody to imitate.');
  const hostile = await typingClient({
    origin,
    documentId: scene.documentId,
    signedIn: await people.signIn('pmo@demo.test'),
    history: new History(),
  });
  const forged = new Y.Doc();
  forged.clientID = victim.clientId;
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(hostile.doc));
  const before = Y.encodeStateVector(forged);
  forged.get('root-v2', Y.XmlElement).push([new Y.XmlElement('paragraph')]);
  hostile.sendUpdate(Y.encodeStateAsUpdate(forged, before));
  const isHeard = () => hostile.isExpelled() || victim.doc.store.clients.has(victim.clientId);
  await untilTrue(isHeard, { what: 'the forged edit is heard', withinMs: 10_000 });
  hostile.close();
}

async function hasSnapshot(documentId: string): Promise<boolean> {
  return (await readStored(database(), documentId)).loaded.snapshotBytes > 0;
}

/** Enough is stored, and something was shown to others that cannot be stored for a while. */
function isUnderWay(scenes: ReadonlyMap<PlantedBug | null, Scene>): boolean {
  const sound = scenes.get(null)?.history.countAcknowledged() ?? 0;
  const shown = scenes.get('shows-before-commit')?.history.testify().tokens ?? [];
  const justNow = performance.now() - 300;
  return (
    sound > 60 &&
    shown.some(({ seenAt, acknowledgedAt }) => acknowledgedAt === null && (seenAt ?? 0) > justNow)
  );
}
