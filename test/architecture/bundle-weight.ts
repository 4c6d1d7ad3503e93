import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A chunk as Vite's manifest describes it; keys and `imports` are keys of the same manifest. */
type Chunk = {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
  assets?: string[];
};
type Manifest = Record<string, Chunk>;
type RemixModule = { module: string; imports?: string[]; css?: string[] };
type RemixManifest = {
  entry: RemixModule;
  routes: Record<string, RemixModule & { parentId?: string }>;
};

export type ClientBuild = { folder: string; chunks: Manifest; remix: RemixManifest };
export type Weight = { jsBytes: number; cssBytes: number; files: string[] };

/**
 * Reads both lists that the build leaves: Remix's, which says what a page asks for with
 * `modulepreload`, and Vite's, which also knows what a module loads later.
 */
export function readClientBuild(buildFolder: string): ClientBuild {
  const folder = join(buildFolder, 'client');
  const viteFile = join(buildFolder, '.vite', 'client-manifest.json');
  const [remixFile, ...others] = readdirSync(join(folder, 'assets')).filter((name) =>
    /^manifest-\w+[.]js$/.test(name),
  );
  if (remixFile === undefined || others.length > 0) throw new Error(`no single build in ${folder}`);
  const script = readFileSync(join(folder, 'assets', remixFile), 'utf8');
  return {
    folder,
    chunks: JSON.parse(readFileSync(viteFile, 'utf8')) as Manifest,
    remix: JSON.parse(
      script.replace(/^window[.]__remixManifest=/, '').replace(/;$/, ''),
    ) as RemixManifest,
  };
}

/**
 * Gzipped bytes that a browser loads to show the route: the client entry, the route and its
 * parents, everything they import, and what those load later. Only the modules in `onDemand`
 * wait for an act of the reader; of these, `opened` have been asked for.
 */
export function weightOfPage(
  build: ClientBuild,
  { routeId, onDemand, opened }: { routeId: string; onDemand: string[]; opened: string[] },
): Weight {
  const asked = [build.remix.entry, ...matchedRoutes(build.remix.routes, routeId)];
  const preloaded = asked.flatMap(({ module, imports = [] }) => [module, ...imports]);
  const keys = [...preloaded.map((url) => keyOfUrl(build, url)), ...opened];
  const loaded = withImports(build, { keys, onDemand });
  const js = new Set(loaded.map(({ file }) => file));
  const css = new Set([
    ...asked.flatMap((module) => module.css ?? []).map(withoutSlash),
    ...loaded.flatMap(({ css = [], assets = [] }) => [...css, ...assets]).filter(isCss),
  ]);
  return {
    jsBytes: sum([...js].map((file) => gzippedBytes(build, file))),
    cssBytes: sum([...css].map((file) => gzippedBytes(build, file))),
    files: [...js, ...css].map((file) => `${file} ${gzippedBytes(build, file)}`),
  };
}

/** The route itself and every layout around it, up to the root. */
function matchedRoutes(routes: RemixManifest['routes'], routeId: string): RemixModule[] {
  const route = routes[routeId];
  if (!route) throw new Error(`no route ${routeId}; there are ${Object.keys(routes).join(', ')}`);
  return [route, ...(route.parentId === undefined ? [] : matchedRoutes(routes, route.parentId))];
}

function withImports(
  { chunks }: ClientBuild,
  { keys, onDemand }: { keys: string[]; onDemand: string[] },
): Chunk[] {
  const seen = new Set<string>();
  const waiting = [...keys];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    const { imports = [], dynamicImports = [] } = chunkAt(chunks, key);
    waiting.push(...imports, ...dynamicImports.filter((one) => !onDemand.includes(one)));
  }
  return [...seen].map((key) => chunkAt(chunks, key));
}

function chunkAt(chunks: Manifest, key: string): Chunk {
  const chunk = chunks[key];
  if (!chunk) throw new Error(`no chunk ${key}; there are ${Object.keys(chunks).join(', ')}`);
  return chunk;
}

function keyOfUrl({ chunks }: ClientBuild, url: string): string {
  const key = Object.keys(chunks).find((one) => chunks[one]?.file === withoutSlash(url));
  if (key === undefined) throw new Error(`the page loads ${url}, which the build does not know`);
  return key;
}

function gzippedBytes({ folder }: ClientBuild, file: string): number {
  return gzipSync(readFileSync(join(folder, file))).length;
}

function withoutSlash(url: string): string {
  return url.replace(/^\//, '');
}

function isCss(file: string): boolean {
  return file.endsWith('.css');
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
