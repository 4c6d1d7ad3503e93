/** The only file that reads the environment. Everything wrong is said at once, before anything starts. */
import path from 'node:path';

export type Config = {
  port: number;
  host: string;
  /** Absolute path of the folder that holds the embedded database. */
  dataDir: string;
  /** Any PostgreSQL 15 or later; null runs the embedded one. */
  databaseUrl: string | null;
  demo: boolean;
};

/** @throws ConfigError naming every variable that cannot be used. */
export function readConfig(given: Record<string, string | undefined>): Config {
  // A compose file or a unit names variables without a value; that means "as usual", not "none".
  const environment = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const problems: string[] = [];
  const written = environment.PORT ?? '3000';
  const port = /^\d+$/.test(written) ? Number(written) : Number.NaN;
  if (!(port <= 65_535)) {
    problems.push(`PORT must be a number from 0 to 65535, not "${environment.PORT}".`);
  }
  const demoWord = environment.DEMO ?? '1';
  if (demoWord !== '0' && demoWord !== '1') {
    problems.push(`DEMO must be 0 or 1, not "${demoWord}".`);
  }
  const demo = demoWord === '1';
  const host = environment.HOST ?? '127.0.0.1';
  if (demo && environment.DEMO_PUBLIC !== '1' && !LOOPBACK.has(host)) {
    problems.push(
      `HOST is "${host}", but the demo accounts have a public password: set DEMO=0, or DEMO_PUBLIC=1 to show the demo to others.`,
    );
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    port,
    host,
    dataDir: path.resolve(environment.DATA_DIR ?? 'data'),
    databaseUrl: environment.DATABASE_URL ?? null,
    demo,
  };
}

export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);
