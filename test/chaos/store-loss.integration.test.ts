/** The database dies, is cut off, or says nothing any more, while people type. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { database } from '#db/connection.ts';
import { openDatabase } from '#db/client.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { buildProgram, type BuiltProgram } from './build-program.ts';
import { checkMoment, type Violation } from './checker.ts';
import { readStored } from './evidence.ts';
import { standBy } from './killable-server.ts';
import { mortalPostgres, type MortalPostgres } from './mortal-postgres.ts';
import { checkAtRest, closeScene, openScene, untilAllAreStored, type Scene } from './scene.ts';
import { steadyPort } from './steady-port.ts';
import { tcpGate, type TcpGate } from './tcp-gate.ts';
import { untilTrue } from './until-true.ts';

const LOSSES = ['killed', 'cut', 'silent', 'killed', 'mute'] as const;
type Loss = (typeof LOSSES)[number];

let program: BuiltProgram;
let postgres: MortalPostgres;
/** The line of the server, which breaks, and that of the test, which only follows the database. */
let gate: TcpGate;
let ownLine: TcpGate;
let project: DemoProject;

beforeAll(async () => {
  program = await buildProgram();
  postgres = await mortalPostgres();
  gate = await tcpGate(portOf(postgres.connectionString()));
  ownLine = await tcpGate(portOf(postgres.connectionString()));
  const connectionString = through(ownLine);
  await migrateDatabase(connectionString);
  project = await demoProject({ ...openDatabase(connectionString), connectionString });
}, 120_000);

afterAll(async () => {
  await project.close();
  await gate.close();
  await ownLine.close();
  await postgres.close();
  await program.remove();
});

test(`[R5] [W7] five losses of the database: nothing is acknowledged that is not stored, everybody
hears of it within five seconds, and all goes on by itself`, async () => {
  const random = seededRandom(5);
  const port = await steadyPort();
  const server = standBy({ file: program.file, connectionString: through(gate), port });
  await server.serve();
  const origin = `ws://127.0.0.1:${port}`;
  const scene = await openScene(project, [origin, origin, origin]);
  try {
    for (const client of scene.clients) client.startTyping(random, 40);
    for (const loss of LOSSES) {
      await untilAllAreStored(scene);
      expect(await lose(loss, scene)).toEqual([]);
    }
    await untilAllAreStored(scene);
    expect(await checkAtRest(scene, [server], 30_000)).toEqual([]);
  } finally {
    closeScene(scene);
    server.kill();
    await server.ended;
  }
}, 300_000);

/** @returns what is wrong once the database is back. @throws when somebody is not told in time. */
async function lose(loss: Loss, scene: Scene): Promise<Violation[]> {
  const since = performance.now();
  if (loss === 'killed') await postgres.kill();
  if (loss === 'cut') gate.leadTo(null);
  if (loss === 'silent') gate.silence();
  if (loss === 'mute') gate.mute();
  await untilTrue(() => scene.clients.every((client) => client.toldAt() > since), {
    what: `everybody hears that the database is ${loss}`,
    withinMs: TOLD_WITHIN_MS,
  });
  const testimony = scene.history.testify();
  if (loss === 'killed') {
    await postgres.restart();
    ownLine.leadTo(portOf(postgres.connectionString()));
  }
  if (loss === 'killed' || loss === 'cut') gate.leadTo(portOf(postgres.connectionString()));
  else gate.speak();
  return checkMoment(testimony, await readStored(database(), scene.documentId));
}

const TOLD_WITHIN_MS = 5_000;

function through(line: TcpGate): string {
  const url = new URL(postgres.connectionString());
  url.port = String(line.port);
  return url.toString();
}

function portOf(connectionString: string): number {
  return Number(new URL(connectionString).port);
}
