/**
 * One document, a few clients that type all the time, and a server that is killed again and again.
 * After each death the clients' evidence is taken before a new server can write; at the end
 * everybody must hold the same, and every word must be there once.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { DemoProject } from '#test/support/demo-project.ts';
import type { Violation } from './checker.ts';
import { CRASH_POINTS, type CrashPoint } from './crash-points.ts';
import { standBy, type KillableServer } from './killable-server.ts';
import { checkAtRest, checkNow, closeScene, openScene, type Scene } from './scene.ts';
import { untilTrue } from './until-true.ts';

export type Death = CrashPoint | 'random';

export type CrashRun = {
  project: DemoProject;
  /** The built server program. */
  file: string;
  port: number;
  random: () => number;
  clients: number;
  deaths: readonly Death[];
};

export type RunReport = {
  deaths: number;
  /** Words written and words removed. */
  edits: number;
  /** Those that a server had acknowledged before the last one died. */
  acknowledged: number;
  /** Those that were not acknowledged at a death, and had to be sent again; at each death anew. */
  sentAgain: number;
  violations: Violation[];
};

/** Every named step as often as the others, and as many kills at random; the order is shuffled. */
export function planDeaths(count: number, random: () => number): Death[] {
  const named = Array.from({ length: Math.floor(count / 2) }, (_, index): Death => {
    return CRASH_POINTS[index % CRASH_POINTS.length] ?? 'random';
  });
  const anywhere = Array.from({ length: count - named.length - 1 }, (): Death => 'random');
  const shuffled = [...named, ...anywhere]
    .map((death) => ({ death, order: random() }))
    .sort((one, other) => one.order - other.order)
    .map(({ death }) => death);
  // The first server has loaded the document when the clients have come in.
  return ['random', ...shuffled];
}

export async function crashRun(run: CrashRun): Promise<RunReport> {
  const { project, file, port, random } = run;
  const place = { file, connectionString: project.connectionString, port };
  const report = { deaths: 0, edits: 0, acknowledged: 0, sentAgain: 0 };
  const violations: Violation[] = [];
  let server = standBy(place);
  await server.serve();
  const origins = Array.from({ length: run.clients }, () => `ws://127.0.0.1:${port}`);
  const scene = await openScene(project, origins);
  let next: KillableServer | null = null;
  try {
    for (const client of scene.clients) client.startTyping(random, 40);
    for (const [index, death] of run.deaths.entries()) {
      // The next server loads its program while this one still works.
      next = standBy(place);
      await die(server, { death, scene, random });
      await Promise.all(scene.clients.map((client) => client.cutOff()));
      const { written, acknowledged } = scene.history.count();
      report.sentAgain += written - acknowledged;
      report.acknowledged = acknowledged;
      violations.push(...(await checkNow(scene)));
      report.deaths += 1;
      server = next;
      next = null;
      // Loading begins with the first client that comes back.
      if (run.deaths[index + 1] === 'during-load') await server.arm('during-load');
      await server.serve();
    }
    violations.push(...(await checkAtRest(scene, [server])));
    report.edits = scene.history.count().written;
    return { ...report, violations };
  } finally {
    closeScene(scene);
    for (const process of [server, next]) {
      process?.kill();
      await process?.ended;
    }
  }
}

/** Who was sent away for good does not come back; the checker says so. */
async function untilAllAreBack({ clients }: Scene): Promise<void> {
  await untilTrue(() => clients.every((client) => client.isConnected() || client.isExpelled()), {
    what: 'everybody is connected',
    withinMs: 20_000,
  });
}

type Dying = { death: Death; scene: Scene; random: () => number };

/** Resolves when the server is dead. @throws when it did not die where it should. */
async function die(server: KillableServer, { death, scene, random }: Dying): Promise<void> {
  if (death !== 'during-load') await untilAllAreBack(scene);
  if (death === 'random') {
    await pause(random() * 400);
    server.kill();
  } else if (death !== 'during-load') {
    await server.arm(death);
    if (death === 'during-compaction') scene.clients[0]?.pasteAndRemove(280_000);
    if (death === 'during-shutdown') server.terminate();
  }
  const late = pause(20_000, null, { ref: false });
  const end = await Promise.race([server.ended, late]);
  if (end?.signal !== 'SIGKILL') {
    const { expelled } = scene.history.testify();
    throw new Error(
      `The server did not die ${death}: ${JSON.stringify({ end, expelled })}\n${server.output()}`,
    );
  }
}
