import { expect, test } from 'vitest';
import {
  FILE_LINES_MAX,
  FOLDERS_OF_ANY_LENGTH,
  FUNCTION_LINES_MAX,
  JSX_FUNCTION_LINES_MAX,
  TEST_FUNCTION_LINES_MAX,
} from './size-limits.mjs';
import { exportedValues, functionsIn, lineCount, sourceFiles, treePaths } from './source-tree.ts';

const paths = treePaths();
const files = sourceFiles();
const scripts = files.filter(({ path }) => !path.endsWith('.css'));
const ofLimitedLength = ({ path }: { path: string }) =>
  !FOLDERS_OF_ANY_LENGTH.some((folder) => path.startsWith(folder));

test(`no file is longer than ${FILE_LINES_MAX} lines`, () => {
  const sizes = files
    .filter(ofLimitedLength)
    .map(({ path, text }) => ({ name: path, lines: lineCount(text) }));

  expectWithin(sizes, () => FILE_LINES_MAX);
});

test('no function is longer than its kind of file allows', () => {
  const sizes = scripts
    .filter(ofLimitedLength)
    .flatMap(functionsIn)
    .map(({ path, name, lines }) => ({ name: `${path}: ${name}`, path, lines }));

  expectWithin(sizes, ({ path }) => functionLinesMax(path));
});

test('no drawer: every name says what is inside', () => {
  const drawers = paths.filter((path) => path.split('/').some(isDrawer));

  expect(drawers).toEqual([]);
});

test('names of files are kebab-case, or PascalCase for a component', () => {
  const named = files.filter(({ path }) => !path.startsWith('app/routes/'));

  const odd = named.filter(({ path }) => {
    const stem = stemOf(path);
    const mayBeComponent = /[.](tsx|module[.]css)$/.test(path);
    return !KEBAB_CASE.test(stem) && !(mayBeComponent && PASCAL_CASE.test(stem));
  });

  expect(odd.map(({ path }) => path)).toEqual([]);
});

test('a file in PascalCase exports one component, of the same name', () => {
  const components = scripts.filter(({ path }) => PASCAL_CASE.test(stemOf(path)));

  const odd = components.filter((file) => exportedValues(file).join() !== stemOf(file.path));

  expect(odd.map((file) => `${file.path} exports ${exportedValues(file).join(', ')}`)).toEqual([]);
});

test('tests lie in test/', () => {
  const strays = paths.filter((path) => /[.](test|spec)[.][a-z]+$/.test(path));

  expect(strays.filter((path) => !path.startsWith('test/'))).toEqual([]);
});

test('a use case that does anything is a server file', () => {
  const useCases = scripts.filter(({ path }) => path.startsWith('app/use-cases/'));

  const leaky = useCases.filter((file) => {
    const isServerFile = file.path.endsWith('.server.ts');
    return !isServerFile && exportedValues(file).length > 0;
  });

  expect(leaky.map(({ path }) => path)).toEqual([]);
});

test('templates hold data and no code', () => {
  const templates = paths.filter((path) => path.startsWith('docs-templates/'));

  expect(templates.filter((path) => !/[.](json|md|docx|xlsx)$/.test(path))).toEqual([]);
});

test('whoever silences the linter says why', () => {
  const silent = scripts.flatMap(({ path, text }) =>
    text
      .split('\n')
      .filter((line) => /(\/\/|\/\*)\s*eslint-disable/.test(line) && !/ -- \S/.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );

  expect(silent).toEqual([]);
});

test.each(['app/editor/collaboration/', 'server/content/'])(
  'experimental names are held by one file in %s',
  (folder) => {
    const holders = scripts.filter(
      ({ path, text }) => path.startsWith(folder) && text.includes('__EXPERIMENTAL'),
    );

    expect(holders.map(({ path }) => path).slice(1)).toEqual([]);
  },
);

const KEBAB_CASE = /^([a-z0-9]+(-[a-z0-9]+)*|zh-CN)$/;
const PASCAL_CASE = /^[A-Z][a-z0-9]+([A-Z]+[a-z0-9]*)*$/;
const DRAWER = /^(utils?|helpers?|misc|common|managers?|service|data|info|stuff|lib)$/;
const DRAWER_ENDING = /-(utils?|helpers?|misc|manager|info)$/;

function isDrawer(segment: string): boolean {
  const stem = stemOf(segment).toLowerCase();
  return DRAWER.test(stem) || DRAWER_ENDING.test(stem);
}

/** `app/ui/Button.tsx` -> `Button`; `open-assignment.server.ts` -> `open-assignment` */
function stemOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/[.].*$/, '');
}

function functionLinesMax(path: string): number {
  if (path.startsWith('test/')) return TEST_FUNCTION_LINES_MAX;
  return path.endsWith('.tsx') ? JSX_FUNCTION_LINES_MAX : FUNCTION_LINES_MAX;
}

type Size = { name: string; lines: number };

function expectWithin<One extends Size>(sizes: One[], max: (one: One) => number): void {
  const tooLong = sizes.filter((one) => one.lines > max(one));
  const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
  const quantile = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  const distribution = `of ${sizes.length}: median ${quantile(0.5)}, p90 ${quantile(0.9)}`;

  expect(
    tooLong.map(({ name, lines }) => `${name} ${lines}`),
    distribution,
  ).toEqual([]);
  expect(sizes.length).toBeGreaterThan(0);
}
