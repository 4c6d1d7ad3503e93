import { readdir } from 'node:fs/promises';

/** What stands for each parameter of an address. */
export type Filling = Readonly<Record<string, readonly string[]>>;

/**
 * Every address that the routes of the product answer, with its parameters filled in all ways, once
 * as a page and once as the data that a page in the browser asks for.
 */
export async function pageAddresses(filling: Filling): Promise<string[]> {
  const files = await readdir('app/routes');
  return files.flatMap((file) => {
    const id = file.replace(/[.]tsx?$/, '');
    const pages = filled(pathOf(id), filling);
    const data = pages.map((path) => `${path}?_data=${encodeURIComponent(`routes/${id}`)}`);
    return [...pages, ...data];
  });
}

/** `_app.assignments.$code_.contract` is `/assignments/{code}/contract`. */
function pathOf(id: string): string {
  const parts = id
    .replaceAll('[.]', '\u0000')
    .split('.')
    .filter((part) => part !== '_app' && part !== '_index')
    .map((part) => part.replace(/_$/, '').replaceAll('\u0000', '.'))
    .map((part) => part.replace(/^\$(.+)$/, '{$1}'));
  return `/${parts.join('/')}`;
}

/** The addresses that `path` stands for; a parameter that is not named stays out. */
export function filled(path: string, filling: Filling): string[] {
  const name = /\{(\w+)\}/.exec(path)?.[1];
  if (name === undefined) return [path];
  return (filling[name] ?? []).flatMap((value) =>
    filled(path.replace(`{${name}}`, value), filling),
  );
}

/** Addresses of ours that a page links to. */
export function linksIn(html: string): string[] {
  return [...html.matchAll(/(?:href|action)="(\/[^"#]*)/g)]
    .map(([, path = '']) => path.replaceAll('&amp;', '&'))
    .filter((path) => !/^\/(assets|sign-out)|[.](css|js|svg)$/.test(path));
}
