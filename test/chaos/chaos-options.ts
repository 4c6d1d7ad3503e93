/** How long a run is asked for; `npm run chaos` sets it, `npm test` takes the short one. */
export const CHAOS = {
  kills: Number(process.env.CHAOS_KILLS ?? 20),
  seed: Number(process.env.CHAOS_SEED ?? 1),
  /** How many documents, each with a server of its own, are under fire at the same time. */
  lanes: Number(process.env.CHAOS_LANES ?? 1),
  /** File for the one line that sums up; without it nothing is told on the way either. */
  summaryFile: process.env.CHAOS_SUMMARY ?? null,
};
