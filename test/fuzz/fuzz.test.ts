import { expect, test } from 'vitest';
import { fuzzFrames, type FuzzResult } from './fuzz-frames.ts';

/** `npm run fuzz -- --frames 2000000 --seed 7` sends more, or others. */
const FRAMES = Number(process.env.FRAMES ?? 20_000);
const SEED = Number(process.env.SEED ?? 1);
/** Of processor time, so that a busy machine does not count. */
const BLOCKED_MS = 250;
const REPORT_EVERY = 50_000;

test(
  `[G1] [G8] [G9] ${FRAMES} frames of chance from seed ${SEED}: none crashes, blocks or changes what it may not`,
  { timeout: 60_000 + FRAMES * 5 },
  async () => {
    const result = await fuzzFrames({ frames: FRAMES, seed: SEED, onProgress: report });
    if (process.env.FRAMES !== undefined) say(result);

    expect(result.faults).toEqual([]);
    expect(result.slowestMs).toBeLessThan(BLOCKED_MS);
    expect(result.frames).toBe(FRAMES);
    if (FRAMES < 1_000) return;
    // Frames that are all refused at the first byte would prove nothing.
    expect(result.refused).toBeGreaterThan(FRAMES / 4);
    expect(result.stored).toBeGreaterThan(FRAMES / 20);
  },
);

function report(result: FuzzResult): void {
  if (process.env.FRAMES !== undefined && result.frames % REPORT_EVERY === 0) say(result);
}

function say({ frames, refused, stored, slowestMs, faults }: FuzzResult): void {
  process.stdout.write(
    `${frames} frames: ${refused} refused, ${stored} stored, ${faults.length} faults, ` +
      `slowest ${slowestMs.toFixed(1)} ms\n`,
  );
}
