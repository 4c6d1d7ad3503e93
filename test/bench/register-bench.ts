/**
 * What the pages of the register cost against a signed-in page of the frame without data, with the
 * 26 contracts of the demo, and how that grows to 5,000 contracts with 100,000 deliverables and
 * 100,000 milestones. The pages are asked in turn, so that what else the machine does hits all alike.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fillRegister } from './fill-register.ts';
import { RegisterServer } from './register-server.ts';
import { machine } from './report.ts';

const isQuick = process.argv.includes('--quick');
const ROUNDS = isQuick ? 60 : 300;
const ROUNDS_WHEN_LARGE = isQuick ? 5 : 15;
const SIZES = isQuick ? [100, 1_000] : [100, 500, 1_000, 5_000];
/** The goal of issue 4 for the demo project. */
const TIMES_BARE_MAX = 1.5;

/** The frame around an empty list: signed in, counted, drawn, and nothing of the register in it. */
const BARE = '/assignments/views';
const PAGES = ['/board', '/', '/assignments', '/due'];
const LARGE_ONLY = ['/assignments?sort=due', '/assignments?due=late&group=stage', '/portfolio'];

type Medians = Map<string, number>;

const OUTPUT = 'test-results/bench';
mkdirSync(OUTPUT, { recursive: true });
const about = machine(new Date());
say(`${JSON.stringify(about)}\n\n`);
const server = await RegisterServer.start(path.join(OUTPUT, `register-${process.pid}`));
try {
  const pages = await existing([BARE, ...PAGES]);
  await medians(pages, Math.ceil(ROUNDS / 4));
  const small = await medians(pages, ROUNDS);
  const bare = small.get(BARE) ?? Number.NaN;
  say('26 contracts: median of server time, and how many times the bare page\n');
  for (const [page, time] of small) {
    const times = time / bare;
    const verdict = page === BARE ? 'bare' : times <= TIMES_BARE_MAX ? 'within' : 'OVER';
    say(`  ${page.padEnd(22)} ${time.toFixed(2)} ms  ${times.toFixed(2)}x  ${verdict}\n`);
  }
  const large = await growth([...pages, ...(await existing(LARGE_ONLY))]);
  const file = path.join(OUTPUT, `register-${about.date.replaceAll(':', '-').slice(0, 19)}.json`);
  const small26 = Object.fromEntries(small);
  writeFileSync(file, `${JSON.stringify({ about, small: small26, large }, null, 2)}\n`);
  say(`\n${file}\n`);
} finally {
  await server.stop();
}

/** Times at each size, and how much faster than the number of contracts they grew. */
async function growth(pages: readonly string[]) {
  const found: { contracts: number; rssMb: number; milliseconds: Record<string, number> }[] = [];
  for (const contracts of SIZES) {
    await fillRegister(server.connectionString, contracts);
    await medians(pages, 2);
    const times = await medians(pages, ROUNDS_WHEN_LARGE);
    const rssMb = server.rssMb();
    say(
      `\n${contracts} contracts more, 20 deliverables and milestones each: ${rssMb} MB resident\n`,
    );
    for (const [page, time] of times) {
      const first = found[0]?.milliseconds[page];
      const grown = first === undefined ? null : time / first / (contracts / (SIZES[0] ?? 1));
      const words = grown === null ? '' : `  ${grown.toFixed(2)} of linear`;
      say(`  ${page.padEnd(34)} ${time.toFixed(1)} ms${words}\n`);
    }
    found.push({ contracts, rssMb, milliseconds: Object.fromEntries(times) });
  }
  return found;
}

async function existing(pages: readonly string[]): Promise<string[]> {
  const there: string[] = [];
  for (const page of pages) {
    const { status } = await server.get(page);
    if (status === 200) there.push(page);
    else say(`${page} answers ${status} and is left out.\n`);
  }
  return there;
}

/** Each page in turn, `rounds` times. */
async function medians(pages: readonly string[], rounds: number): Promise<Medians> {
  const times = new Map<string, number[]>(pages.map((page) => [page, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const page of pages) {
      const { milliseconds, status } = await server.get(page);
      if (status !== 200) throw new Error(`${page} answered ${status}.`);
      times.get(page)?.push(milliseconds);
    }
  }
  return new Map([...times].map(([page, all]) => [page, median(all)]));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function say(text: string): void {
  process.stdout.write(text);
}
