/** Two processes on one database, ten clients on each, and one of them dies while all type. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { buildProgram, type BuiltProgram } from './build-program.ts';
import { standBy } from './killable-server.ts';
import { checkAtRest, checkNow, closeScene, openScene, untilAllAreStored } from './scene.ts';
import { steadyPort } from './steady-port.ts';

const CLIENTS_EACH = 10;

let program: BuiltProgram;
let project: DemoProject;

beforeAll(async () => {
  program = await buildProgram();
  project = await demoProject();
}, 120_000);

afterAll(async () => {
  await project.close();
  await program.remove();
});

test('[R5] [R6] of two processes one dies: its clients go on at the other, and nothing is lost', async () => {
  const random = seededRandom(6);
  const [staying, dying] = await Promise.all([processOfItsOwn(), processOfItsOwn()]);
  const origins = Array.from({ length: 2 * CLIENTS_EACH }, (_, index) =>
    index < CLIENTS_EACH ? staying.origin : dying.origin,
  );
  const scene = await openScene(project, origins);
  const moving = scene.clients.slice(CLIENTS_EACH);
  try {
    for (const client of scene.clients) client.startTyping(random, 150);
    await untilAllAreStored(scene);
    dying.server.kill();
    await dying.server.ended;
    for (const client of moving) client.moveTo(staying.origin);
    await Promise.all(moving.map((client) => client.cutOff()));
    expect(await checkNow(scene)).toEqual([]);
    await untilAllAreStored(scene);
    expect(await checkAtRest(scene, [staying.server], 60_000)).toEqual([]);
    expect(moving.every((client) => client.isConnected())).toBe(true);
  } finally {
    closeScene(scene);
    for (const { server } of [staying, dying]) {
      server.kill();
      await server.ended;
    }
  }
}, 240_000);

test('[R6] what is typed at two processes at once is the same at both', async () => {
  const random = seededRandom(8);
  const [one, other] = await Promise.all([processOfItsOwn(), processOfItsOwn()]);
  const scene = await openScene(project, [one.origin, other.origin, one.origin, other.origin]);
  try {
    for (const client of scene.clients) client.startTyping(random, 40);
    await untilAllAreStored(scene);
    expect(await checkNow(scene)).toEqual([]);
    expect(await checkAtRest(scene, [one.server, other.server], 60_000)).toEqual([]);
  } finally {
    closeScene(scene);
    for (const { server } of [one, other]) {
      server.kill();
      await server.ended;
    }
  }
}, 120_000);

async function processOfItsOwn() {
  const port = await steadyPort();
  const { connectionString } = project;
  const server = standBy({ file: program.file, connectionString, port });
  await server.serve();
  return { server, origin: `ws://127.0.0.1:${port}` };
}
