/** Many short crash runs, each with a document and a seed of its own, and what came of them. */
import type { DemoProject } from '#test/support/demo-project.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import type { Violation } from './checker.ts';
import { crashRun, planDeaths, type RunReport } from './crash-run.ts';
import { steadyPort } from './steady-port.ts';

export type Campaign = {
  project: DemoProject;
  /** The built server program. */
  file: string;
  kills: number;
  /** Of the first run; each later run has the next. */
  seed: number;
  lanes: number;
  onRun: (soFar: Summary, seed: number) => void;
};

export type Summary = Omit<RunReport, 'violations'> & {
  minutes: number;
  violations: (Violation & { seed: number })[];
  /** Runs that could not be brought to their end. */
  broken: { seed: number; why: string }[];
};

/** The log of a document is read again after every kill: more kills make it long, and this slow. */
const KILLS_PER_RUN = 20;

export async function campaign(asked: Campaign): Promise<Summary> {
  const startedAt = performance.now();
  const sum: Summary = {
    ...{ deaths: 0, edits: 0, acknowledged: 0, sentAgain: 0, minutes: 0 },
    ...{ violations: [], broken: [] },
  };
  const runs = Math.ceil(asked.kills / KILLS_PER_RUN);
  let started = 0;
  const lane = async () => {
    while (started < runs) {
      const index = started++;
      const seed = asked.seed + index;
      const kills = Math.min(KILLS_PER_RUN, asked.kills - index * KILLS_PER_RUN);
      try {
        add(sum, seed, await seededRun(asked, { seed, kills }));
      } catch (fault) {
        sum.broken.push({ seed, why: fault instanceof Error ? fault.message : String(fault) });
      }
      sum.minutes = (performance.now() - startedAt) / 60_000;
      asked.onRun(sum, seed);
    }
  };
  await Promise.all(Array.from({ length: asked.lanes }, lane));
  return sum;
}

/** One line for people. Every violation is counted once, however often it was seen. */
export function inOneLine(sum: Summary): string {
  const ofKind = (...kinds: Violation['invariant'][]) =>
    new Set(
      sum.violations
        .filter(({ invariant }) => kinds.includes(invariant))
        .map(({ seed, what }) => `${seed} ${what}`),
    ).size;
  return [
    `${sum.deaths} kills`,
    `${sum.edits} edits written`,
    `${sum.acknowledged} acknowledged under fire`,
    `${ofKind('I1')} lost`,
    `${ofKind('I4')} duplicated`,
    `${ofKind('I2', 'I6', 'I8', 'G8')} otherwise wrong`,
    `${sum.sentAgain} re-sent`,
    `${sum.broken.length} runs broken off`,
    `${(sum.deaths / sum.minutes).toFixed(0)} kills a minute`,
  ].join(', ');
}

async function seededRun(
  { project, file }: Campaign,
  { seed, kills }: { seed: number; kills: number },
): Promise<RunReport> {
  const random = seededRandom(seed);
  return await crashRun({
    project,
    file,
    random,
    port: await steadyPort(),
    clients: 3 + Math.floor(random() * 3),
    deaths: planDeaths(kills, random),
  });
}

function add(sum: Summary, seed: number, report: RunReport): void {
  sum.deaths += report.deaths;
  sum.edits += report.edits;
  sum.acknowledged += report.acknowledged;
  sum.sentAgain += report.sentAgain;
  sum.violations.push(...report.violations.map((violation) => ({ ...violation, seed })));
}
