import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { granted, refused, type Result } from '#app/domain/shared/result.ts';
import type { ReadRow, ReadSheet } from './cell.ts';
import { HEAP_MEGABYTES, PACKED_BYTES_MAX, TIME_MS } from './reading/limits.mjs';
import { isXlsxRefusal, type XlsxRefusalCode } from './refusal.ts';

type Reading = Result<ReadSheet[], { code: XlsxRefusalCode }>;

/**
 * Reads somebody's workbook: every sheet with the rows that hold anything. A process of its own does
 * the work, with little memory and little time, and knows nothing of ours; here, one row at a time
 * is taken from it, so that other requests never wait.
 *
 * @throws Error when the program could not be started.
 */
export async function readXlsx(
  bytes: Uint8Array,
  limits: { timeMs?: number; heapMegabytes?: number } = {},
): Promise<Reading> {
  if (bytes.length > PACKED_BYTES_MAX) return refused({ code: 'xlsx.too-large' });
  if (bytes.length === 0) return refused({ code: 'xlsx.empty' });
  await seat();
  try {
    return await readInOwnProcess(bytes, limits);
  } finally {
    leave();
  }
}

async function readInOwnProcess(
  bytes: Uint8Array,
  limits: { timeMs?: number; heapMegabytes?: number },
): Promise<Reading> {
  const heap = limits.heapMegabytes ?? HEAP_MEGABYTES;
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${heap}`, path.resolve('server/xlsx/reading/program.mjs')],
    { stdio: ['pipe', 'pipe', 'ignore'], env: { NODE_ENV: 'production' }, windowsHide: true },
  );
  const clock = setTimeout(() => child.kill('SIGKILL'), limits.timeMs ?? TIME_MS);
  try {
    const started = new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve).once('error', reject);
    });
    // A process that refuses early closes the pipe while we still write; its answer says why.
    child.stdin.on('error', () => undefined);
    child.stdin.end(bytes);
    await started;
    return await takeLines(createInterface({ input: child.stdout, crlfDelay: Infinity }));
  } finally {
    clearTimeout(clock);
    child.kill('SIGKILL');
  }
}

type Line = ReadRow | { sheet: string } | { end: true } | { refused: unknown };

async function takeLines(lines: AsyncIterable<string>): Promise<Reading> {
  const sheets: ReadSheet[] = [];
  for await (const text of lines) {
    const line = parseLine(text);
    if (line === null) break;
    if ('sheet' in line) sheets.push({ name: line.sheet, rows: [] });
    else if ('number' in line) sheets.at(-1)?.rows.push(line);
    else if ('end' in line) return granted(sheets);
    else return refused({ code: isXlsxRefusal(line.refused) ? line.refused : 'xlsx.damaged' });
  }
  return refused({ code: 'xlsx.too-heavy' });
}

/** A process that was killed may leave half a line. */
function parseLine(text: string): Line | null {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return null;
  }
}

const SEATS = 2;
let taken = 0;
const waiting: (() => void)[] = [];

/** Few at a time: ten large files together must not take the machine from everybody else. */
async function seat(): Promise<void> {
  if (taken < SEATS) {
    taken += 1;
    return;
  }
  await new Promise<void>((resolve) => waiting.push(resolve));
}

function leave(): void {
  const next = waiting.shift();
  if (next === undefined) taken -= 1;
  else next();
}
