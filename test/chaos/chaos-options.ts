/** How long a run is asked for; `npm run chaos` sets it, the tests take the short one. */
export const CHAOS = {
  kills: Number(process.env.CHAOS_KILLS ?? 20),
  seed: Number(process.env.CHAOS_SEED ?? 1),
  minutes: Number(process.env.CHAOS_MINUTES ?? 0),
};
