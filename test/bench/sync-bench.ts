/** Runs all servers through all scenarios, side by side, and prints one table. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { machine, printed, short, type Row } from './report.ts';
import { atRest, coldOpening, typingLoad, type LoadResult, type LoadShape } from './scenarios.ts';
import { CAN_PIN, CLIENT_CORE } from './server-process.ts';
import {
  DAGANG_SERVER,
  HOCUSPOCUS,
  RELAY,
  ROOT,
  Y_WEBSOCKET,
  type Contestant,
  type Running,
} from './servers.ts';
import { traceOf } from './trace.ts';

const OUTPUT = path.join(ROOT, 'test-results/bench');
const given = process.argv.slice(2);
const isQuick = given.includes('--quick');
const only = given.filter((word) => !word.startsWith('--'));

type Scenario = {
  name: string;
  run: (contestant: Contestant, running: Running) => Promise<Outcome>;
};
type Outcome = {
  figure: number;
  unit: string;
  better: 'more' | 'less';
  load: LoadResult | null;
  rest: string;
};

const SECONDS = isQuick ? 3 : 8;
const DOCUMENTS = isQuick ? 200 : 1_000;
const AT_REST = isQuick ? 1_000 : 10_000;
const room = { documents: 1, clients: 100, seconds: SECONDS };
const many = { documents: DOCUMENTS, clients: 2, writers: 2, seconds: SECONDS };

const STEADY: Scenario[] = [
  typing('S1 100 in a document, 10 type', { ...room, writers: 10, typing: { pace: 10 } }),
  typing('S1 100 in a document, 50 type', { ...room, writers: 50, typing: { pace: 10 } }),
  typing('S1 100 in a document, saturated', { ...room, writers: 50, typing: { window: 20 } }),
  typing(`S2 ${DOCUMENTS} documents, 2/s each`, { ...many, typing: { pace: 1 } }),
  typing(`S2 ${DOCUMENTS} documents, saturated`, { ...many, typing: { window: 2 } }),
  {
    name: `S2 ${AT_REST} documents at rest`,
    run: async (contestant, running) => {
      const rest = await atRest(contestant, running, AT_REST);
      return {
        figure: Math.max(rest.kbEach, 0),
        unit: 'kB a document',
        better: 'less',
        load: null,
        rest: `${short(rest.heldBefore)} MB before, ${short(rest.heldAfter)} after`,
      };
    },
  },
];

async function main(): Promise<void> {
  mkdirSync(OUTPUT, { recursive: true });
  if (CAN_PIN) execFileSync('taskset', ['-apc', CLIENT_CORE, String(process.pid)]);
  const about = machine(new Date());
  say(
    `${Object.entries(about)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n')}\n`,
  );
  const contestants = [DAGANG_SERVER, HOCUSPOCUS, Y_WEBSOCKET, RELAY].filter(isWanted);
  const versions = contestants.map(({ name, version }) => `${name}: ${version}`);
  say(`${versions.join('\n')}\n\n`);
  const rows: Row[] = [];
  await withServers(contestants, async (running) => {
    for (const scenario of STEADY.filter(isWanted))
      rows.push(...(await sideBySide(scenario, running)));
  });
  for (const scenario of coldScenarios().filter(isWanted)) {
    const keepers = contestants.filter((one) => one === DAGANG_SERVER || one === HOCUSPOCUS);
    await withServers(keepers, async (running) => {
      rows.push(...(await sideBySide(scenario, running)));
    });
  }
  say(`\n${printed(rows)}\n`);
  const file = path.join(OUTPUT, `sync-${about.date.replaceAll(':', '-').slice(0, 19)}.json`);
  writeFileSync(file, `${JSON.stringify({ about, versions, rows }, null, 2)}\n`);
  say(`\n${path.relative(ROOT, file)}\n`);
}

/** Words on the command line choose scenarios and servers by a part of their names. */
function isWanted({ name }: { name: string }): boolean {
  const isServer = !/^S\d/.test(name);
  const words = only.filter((word) => /^S\d/.test(word) !== isServer);
  return words.length === 0 || words.some((word) => name.includes(word));
}

async function withServers(
  contestants: readonly Contestant[],
  work: (running: ReadonlyMap<Contestant, Running>) => Promise<void>,
): Promise<void> {
  const running = new Map<Contestant, Running>();
  try {
    for (const contestant of contestants) running.set(contestant, await contestant.start());
    await work(running);
  } finally {
    for (const one of running.values()) await one.stop();
  }
}

async function sideBySide(
  scenario: Scenario,
  running: ReadonlyMap<Contestant, Running>,
): Promise<Row[]> {
  const outcomes = new Map<Contestant, Outcome>();
  for (const [contestant, one] of running) {
    const outcome = await scenario.run(contestant, one);
    say(`${scenario.name}, ${contestant.name}: ${short(outcome.figure)} ${outcome.unit}\n`);
    outcomes.set(contestant, outcome);
  }
  return [...outcomes].map(([{ name }, outcome]) => ({
    scenario: scenario.name,
    server: name,
    figure: outcome.figure,
    unit: outcome.unit,
    againstHocuspocus: against(outcome, outcomes.get(HOCUSPOCUS)),
    againstRelay: against(outcome, outcomes.get(RELAY)),
    p99: outcome.load?.latencyP99 ?? null,
    acknowledged: acknowledged(outcome.load),
    rest: outcome.rest,
  }));
}

function against(one: Outcome, other: Outcome | undefined): number | null {
  if (other === undefined || one.figure === 0 || other.figure === 0) return null;
  return one.better === 'more' ? one.figure / other.figure : other.figure / one.figure;
}

function acknowledged(load: LoadResult | null): string | null {
  if (load === null || load.acknowledgedP95 === null || load.acknowledgedP99 === null) return null;
  return `${load.acknowledgedP95.toFixed(1)} / ${load.acknowledgedP99.toFixed(1)}`;
}

function typing(name: string, shape: LoadShape): Scenario {
  return {
    name,
    run: async (contestant, running) => {
      const load = await typingLoad(contestant, running, shape);
      const database =
        load.databaseCores < 0.001
          ? ''
          : `, ${short(load.deliveredPerCpuSecondWithDatabase)} with ${load.databaseCores.toFixed(2)} of database`;
      return {
        figure: load.deliveredPerCpuSecond,
        unit: 'delivered a CPU second',
        better: 'more',
        load,
        rest:
          `${short(load.deliveredPerSecond)}/s, p50 ${load.latencyP50?.toFixed(1) ?? '-'} ms, ` +
          `server ${load.serverCores.toFixed(2)} core${database}, ` +
          `clients ${load.clientCores.toFixed(2)}, ${load.rssMb.toFixed(0)} MB`,
      };
    },
  };
}

/** The document is opened three times: from its history, and twice after it was left. */
function coldScenarios(): Scenario[] {
  const lengths = isQuick ? [100_000] : [100_000, 1_000_000];
  return lengths.flatMap((edits) => {
    const run = async (
      contestant: Contestant,
      running: Running,
      from: 'the log' | 'rest',
    ): Promise<Outcome> => {
      const trace = traceOf(OUTPUT, edits);
      const document = await running.documentOf?.(trace);
      if (document === undefined) throw new Error(`${contestant.name} keeps nothing.`);
      await running.restart();
      let opening = await coldOpening(contestant, running, { document, clocks: trace.clocks });
      if (from === 'rest') {
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        await running.restart();
        opening = await coldOpening(contestant, running, { document, clocks: trace.clocks });
      }
      return {
        figure: opening.milliseconds,
        unit: 'ms to full sync',
        better: 'less',
        load: null,
        rest: `${(opening.bytes / 1e6).toFixed(2)} MB of ${(trace.stateBytes / 1e6).toFixed(2)} MB of state`,
      };
    };
    return [
      {
        name: `S3 ${short(edits)} edits, no snapshot yet`,
        run: (contestant: Contestant, running: Running) => run(contestant, running, 'the log'),
      },
      {
        name: `S3 ${short(edits)} edits, compacted`,
        run: (contestant: Contestant, running: Running) => run(contestant, running, 'rest'),
      },
    ];
  });
}

function say(text: string): void {
  process.stdout.write(text);
}

await main();
