import type { Server } from 'node:http';
import { offerFirstAccount } from '#app/use-cases/people/first-account.server.ts';
import { logLine } from '../log.ts';

type Announcement = {
  host: string;
  demo: { password: string; accounts: readonly { email: string; nameEn: string }[] } | null;
};

/** The line that people and scripts wait for, and how to get in. */
export async function announceReady(server: Server, { host, demo }: Announcement): Promise<void> {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  logLine(`Dagang is ready: ${url}`);
  if (demo !== null) {
    logLine(`Demo accounts, password ${demo.password}:`);
    for (const { email, nameEn } of demo.accounts) logLine(`  ${email.padEnd(24)} ${nameEn}`);
    return;
  }
  const token = await offerFirstAccount();
  if (token !== null) logLine(`First administrator, one time: ${url}/first-account/${token}`);
}
