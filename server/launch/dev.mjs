// Starts the program from its sources, with Vite in between: what is edited is there at once.
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
process.env.NODE_ENV ??= 'development';

const { createServer } = await import('vite');
const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom' });
// Remix's plugin ends the process at the first signal; ours saves first and then ends it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal);
const { startDevelopment } = await vite.ssrLoadModule('/server/main.ts');
await startDevelopment(vite);
