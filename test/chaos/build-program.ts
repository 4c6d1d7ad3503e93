import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type BuiltProgram = { file: string; remove: () => Promise<void> };

/** The server program as one file for plain Node, so that a restart costs no compilation. */
export async function buildProgram(): Promise<BuiltProgram> {
  const parent = path.join(ROOT, 'build');
  await mkdir(parent, { recursive: true });
  const outDir = await mkdtemp(path.join(parent, 'chaos-'));
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: 'test/chaos/server-program.ts',
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      rollupOptions: { output: { entryFileNames: 'server-program.mjs' } },
    },
  });
  return {
    file: path.join(outDir, 'server-program.mjs'),
    remove: () => rm(outDir, { recursive: true, force: true }),
  };
}
