import { readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';

export type ServerLog = {
  file: string;
  /** What the server wrote since this start, its last five lines, on one line. */
  lastLines: () => Promise<string>;
};

/**
 * A file rather than a pipe: a server that outlives us must not lose its output, and a busy event
 * loop must not hold the server up.
 */
export async function openServerLog(home: string): Promise<ServerLog> {
  const file = path.join(home, 'postgres.log');
  const before = await sizeOf(file);
  const from = before > LARGEST ? 0 : before;
  if (before > LARGEST) await rename(file, `${file}.old`);
  return {
    file,
    lastLines: async () => {
      const written = (await readFile(file)).subarray(from).toString('utf8');
      return written.trim().split('\n').slice(-5).join(' | ') || 'it said nothing';
    },
  };
}

const LARGEST = 5 * 1024 * 1024;

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => null))?.size ?? 0;
}
