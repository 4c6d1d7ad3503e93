import { setTimeout as pause } from 'node:timers/promises';

/** Looks again and again. @throws when it does not come true in time. */
export async function untilTrue(
  question: () => boolean | Promise<boolean>,
  { what, withinMs }: { what: string; withinMs: number },
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await question())) {
    if (performance.now() > deadline) throw new Error(`In ${withinMs} ms it never held: ${what}.`);
    await pause(20);
  }
}
