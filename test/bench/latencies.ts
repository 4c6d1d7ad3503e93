/** Counts durations in steps of 0.05 ms up to half a second, and longer ones together. */
const STEP_MS = 0.05;
const STEPS = 10_000;

export class Latencies {
  count = 0;
  private readonly steps = new Uint32Array(STEPS + 1);

  add(ms: number): void {
    const step = Math.max(0, Math.min(STEPS, Math.floor(ms / STEP_MS)));
    this.steps[step] = (this.steps[step] ?? 0) + 1;
    this.count += 1;
  }

  /** @returns milliseconds, null when nothing was counted. */
  quantile(share: number): number | null {
    if (this.count === 0) return null;
    let left = share * this.count;
    for (let step = 0; step <= STEPS; step += 1) {
      left -= this.steps[step] ?? 0;
      if (left <= 0) return (step + 1) * STEP_MS;
    }
    return STEPS * STEP_MS;
  }
}
