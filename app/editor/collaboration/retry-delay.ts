/**
 * How long to wait before the next try, in milliseconds: longer each time, and never the same for
 * two clients, so that a server that comes back is not run down by all of them at once.
 *
 * @param failures tries that have failed since the last success, at least 1.
 * @param chance from 0 up to 1.
 */
export function retryDelay(failures: number, chance: number): number {
  const longest = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** failures);
  return SHORTEST_MS + chance * (longest - SHORTEST_MS);
}

const SHORTEST_MS = 500;
const LONGEST_MS = 30_000;
