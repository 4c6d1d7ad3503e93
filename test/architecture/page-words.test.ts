import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Words that come only with pages that name them; see `PageNamespace`. */
const SENT = /^ {2}\| '([a-z-]+)'/gm;
const WITH_SCRIPT = ['editor'];

const namespaces = [...readFileSync('app/i18n/catalogue.ts', 'utf8').matchAll(SENT)]
  .map(([, name = '']) => name)
  .filter((name) => !WITH_SCRIPT.includes(name));
const routes = readdirSync('app/routes').filter((file) => file.endsWith('.tsx'));

test.each(routes)('%s sends exactly the words that its screens say', (file) => {
  const route = path.join('app/routes', file);

  const said = namespaces.filter((name) =>
    filesUnder(route).some((one) => new RegExp(`['\`]${name}[.][a-zA-Z$]`).test(textOf(one))),
  );

  expect(sentBy(route)).toEqual(said);
});

function sentBy(route: string): string[] {
  const list = /wordsWith\(\s*request,\s*\w+,\s*\[([^\]]*)\]/.exec(textOf(route))?.[1] ?? '';
  const names = [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
  return namespaces.filter((name) => names.includes(name));
}

/** The route and every screen it draws; what is imported as a type draws nothing. */
function filesUnder(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  for (const [, target = ''] of textOf(file).matchAll(
    /^import (?!type\b)[^;]*? from '([^']+)'/gm,
  )) {
    const one = path.join(path.dirname(file), target);
    if (/^app\/(features|ui)\//.test(one) && existsSync(one)) filesUnder(one, seen);
  }
  return [...seen];
}

function textOf(file: string): string {
  return readFileSync(file, 'utf8');
}
