import { vi } from 'vitest';
import { runSimulation, type Run } from './run-simulation.ts';
import type { Clock } from './simulation.ts';

const clock: Clock = {
  advance: (milliseconds) => void vi.advanceTimersByTime(milliseconds),
  turn: async () => {
    // One for what waits in the queue of commits, one for what follows from it.
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
  },
};

/** Every run starts at the same moment and leaves no timer behind: the seed decides everything. */
export async function runSeed(seed: number): Promise<Run> {
  vi.useFakeTimers({
    now: 1_800_000_000_000,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
  // Faults are made on purpose, and logged.
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    return await runSimulation(seed, clock);
  } finally {
    logged.mockRestore();
    vi.clearAllTimers();
    vi.useRealTimers();
  }
}
