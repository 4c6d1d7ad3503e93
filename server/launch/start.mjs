// Starts the built program. Expects the set-up to be done (`npm start` sees to it).
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
// Before anything is imported: React and others read it while they load.
process.env.NODE_ENV ??= 'production';

const { start } = await import(new URL('../../build/server/index.js', import.meta.url).href);
await start();
