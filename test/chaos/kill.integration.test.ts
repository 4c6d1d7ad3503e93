import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { buildProgram, type BuiltProgram } from './build-program.ts';
import { CHAOS } from './chaos-options.ts';
import { crashRun, planDeaths } from './crash-run.ts';
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

test(`[R5] ${CHAOS.kills} kills lose and double nothing (seed ${CHAOS.seed})`, async () => {
  const random = seededRandom(CHAOS.seed);
  const report = await crashRun({
    project,
    file: program.file,
    port: await steadyPort(),
    random,
    clients: 3 + Math.floor(random() * 3),
    deaths: planDeaths(CHAOS.kills, random),
  });
  process.stderr.write(`${JSON.stringify({ ...report, violations: report.violations.length })}\n`);
  expect(report.violations).toEqual([]);
  expect(report.deaths).toBe(CHAOS.kills);
}, 600_000);
