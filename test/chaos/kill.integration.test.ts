import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { buildProgram, type BuiltProgram } from './build-program.ts';
import { campaign, inOneLine } from './campaign.ts';
import { CHAOS } from './chaos-options.ts';

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

const PATIENCE_MS = 60_000 + CHAOS.kills * 15_000;

test(
  `[R5] ${CHAOS.kills} kills lose and double nothing (seed ${CHAOS.seed})`,
  async () => {
    const { kills, seed, lanes, summaryFile } = CHAOS;
    const sum = await campaign({
      ...{ project, file: program.file, kills, seed, lanes },
      onRun: (soFar, ofSeed) => {
        if (summaryFile === null) return;
        process.stderr.write(`seed ${ofSeed} is done; so far ${inOneLine(soFar)}\n`);
      },
    });
    if (summaryFile !== null) await writeFile(summaryFile, inOneLine(sum));
    expect({ violations: sum.violations, broken: sum.broken }).toEqual({
      violations: [],
      broken: [],
    });
    expect(sum.deaths).toBe(kills);
    // A run in which nobody was acknowledged, or nobody was interrupted, would show nothing.
    expect(sum.acknowledged).toBeGreaterThan(kills);
    expect(sum.sentAgain).toBeGreaterThan(0);
  },
  PATIENCE_MS,
);
