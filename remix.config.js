/**
 * Remix's options. The Vite configuration reads them from here; Remix's own Vite plugin does not
 * look for this file (see DECISIONS.md, D-02).
 *
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  serverModuleFormat: 'esm',
  ssr: true,
  ignoredRouteFiles: ['**/.*'],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: true,
    // Single fetch decodes with turbo-stream, whose 2.x line has an open advisory (D-02).
    v3_singleFetch: false,
  },
};
