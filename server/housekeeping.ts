import { purgeSessions } from '#app/use-cases/people/purge-sessions.server.ts';
import { logFault } from './log.ts';

const HOUR_MS = 3_600_000;

/** What must be cleared away from time to time, at the start and then every hour. */
export function keepHouse(): () => void {
  const clear = () => {
    purgeSessions(new Date()).catch((fault: unknown) => {
      logFault('Ended sessions could not be cleared away; the next hour tries again.', fault);
    });
  };
  clear();
  const timer = setInterval(clear, HOUR_MS);
  timer.unref();
  return () => clearInterval(timer);
}
