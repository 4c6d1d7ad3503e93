import type { Server } from 'node:http';
import { offerFirstAccount } from '#app/use-cases/people/first-account.server.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#db/seed/demo-people.ts';
import type { Config } from '../config.ts';
import { logLine } from '../log.ts';

/** The line that people and scripts wait for, and how to get in. */
export async function announceReady(server: Server, config: Config): Promise<void> {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  logLine(`Dagang is ready: ${url}`);
  if (config.demo) {
    logLine(`Demo accounts, password ${DEMO_PASSWORD}:`);
    for (const { email, nameEn } of DEMO_ACCOUNTS) logLine(`  ${email.padEnd(24)} ${nameEn}`);
    return;
  }
  const token = await offerFirstAccount();
  if (token !== null) logLine(`First administrator, one time: ${url}/first-account/${token}`);
}
