/** The judge is judged: every planted bug is found, and a server without one stays clean. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { buildProgram, type BuiltProgram } from './build-program.ts';
import type { Violation } from './checker.ts';
import { exposeToEverything, HUNTS, type Stage } from './hunts.ts';
import { standBy, type KillableServer } from './killable-server.ts';
import { PLANTED_BUGS, type PlantedBug } from './planted-bugs.ts';
import { closeScene, openScene } from './scene.ts';
import { steadyPort } from './steady-port.ts';

let project: DemoProject;
let program: BuiltProgram;

beforeAll(async () => {
  program = await buildProgram();
  project = await demoProject();
}, 120_000);

afterAll(async () => {
  await project.close();
  await program.remove();
});

describe('the checker finds a server that', () => {
  test.each(PLANTED_BUGS)(
    '%s',
    async (bug) => {
      const { knownBy, expose } = HUNTS[bug];
      const isKnown = (violations: Violation[]) =>
        inWords(violations).some((words) => knownBy.test(words));
      const violations = await onStage(bug, (stage) => expose(stage, isKnown));
      expect(inWords(violations)).toContainEqual(expect.stringMatching(knownBy));
    },
    90_000,
  );
});

test('the checker finds nothing wrong with a server that has no planted bug', async () => {
  expect(await onStage(null, exposeToEverything)).toEqual([]);
}, 90_000);

/** One document, two people in it, and a server of their own. */
async function onStage(
  bug: PlantedBug | null,
  play: (stage: Stage) => Promise<Violation[]>,
): Promise<Violation[]> {
  const port = await steadyPort();
  const origin = `ws://127.0.0.1:${port}`;
  const documentId = await project.startTor();
  const bugs = bug === null ? {} : { [documentId]: bug };
  const servers: KillableServer[] = [];
  const startNext = async () => {
    const { connectionString } = project;
    const server = standBy({ file: program.file, connectionString, port });
    servers.push(server);
    await server.serve(bugs);
    return server;
  };
  const server = await startNext();
  const scene = await openScene(project, [origin, origin], documentId);
  try {
    return await play({ project, origin, scene, random: seededRandom(7), server, startNext });
  } finally {
    closeScene(scene);
    for (const started of servers) {
      started.kill();
      await started.ended;
    }
  }
}

function inWords(violations: readonly Violation[]): string[] {
  return violations.map(({ invariant, what }) => `${invariant} ${what}`);
}
