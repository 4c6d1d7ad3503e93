import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Plugin } from 'vite';
import remixConfig from './remix.config.js';

/**
 * Bundles our own Node server together with the Remix build, so that there is one module graph:
 * one database pool and one set of rooms. Remix overrides a plain `rollupOptions.input`, so this
 * plugin stands after it.
 */
function serverEntry(entry: string): Plugin {
  return {
    name: 'dagang-server-entry',
    config: (_config, env) =>
      env.isSsrBuild === true && env.command === 'build'
        ? { build: { rollupOptions: { input: { index: entry } } } }
        : undefined,
  };
}

export default defineConfig({
  plugins: [remix(remixConfig), serverEntry('./server/main.ts')],
  build: {
    // Stays in build/.vite, outside what is served; the bundle budget reads it.
    manifest: true,
    target: ['chrome100', 'safari15.4', 'firefox115'],
    cssTarget: ['chrome100', 'safari15.4', 'firefox115'],
  },
  resolve: { dedupe: ['yjs', 'lexical', 'react', 'react-dom'] },
});
