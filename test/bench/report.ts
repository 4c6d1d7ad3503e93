/** One table for people, and the same as JSON. */
import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem } from 'node:os';
import { CAN_PIN } from './server-process.ts';

/** One server in one scenario; what does not apply is null. */
export type Row = {
  scenario: string;
  server: string;
  /** The figure that is compared: more is better for a rate, less for a time or a size. */
  figure: number | null;
  unit: string;
  /** Our figure against this one, such that more than 1 is better for the row's server. */
  againstHocuspocus: number | null;
  againstRelay: number | null;
  p99: number | null;
  acknowledged: string | null;
  rest: string;
};

const HEAD = [
  'scenario',
  'server',
  'figure',
  'unit',
  'x Hocuspocus',
  'x relay',
  'p99 ms',
  'saved p95/p99 ms',
  'more',
];

export function printed(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.scenario,
    row.server,
    row.figure === null ? '-' : short(row.figure),
    row.unit,
    ratio(row.againstHocuspocus),
    ratio(row.againstRelay),
    row.p99 === null ? '-' : row.p99.toFixed(1),
    row.acknowledged ?? '-',
    row.rest,
  ]);
  const widths = HEAD.map((head, column) =>
    Math.max(head.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const draw = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(' | ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width));
  return [HEAD, rule, ...lines].map(draw).join('\n');
}

/** What the figures were taken on. */
export function machine(now: Date) {
  const [core] = cpus();
  return {
    date: now.toISOString(),
    processor: `${cpus().length} x ${core?.model.trim() ?? 'unknown'}`,
    memoryGb: Math.round(totalmem() / 1e9),
    kernel: release(),
    node: process.version,
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    pinned: CAN_PIN ? 'server on one core, clients on the other' : 'not pinned',
  };
}

export function short(value: number): string {
  if (value >= 1e6) return `${(value / 1e6).toFixed(2)} M`;
  if (value >= 1e4) return `${(value / 1e3).toFixed(0)} k`;
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}

function ratio(value: number | null): string {
  return value === null ? '-' : value.toFixed(2);
}
