import { expect, test } from 'vitest';
import { readClientBuild, weightOfPage, type Weight } from './bundle-weight.ts';

const build = readClientBuild('build');
const READING = 'routes/_app.documents.$documentId';
const EDITING = 'routes/_app.documents.$documentId_.edit';
const EDITOR = 'app/editor/DocumentEditor.tsx';
/** The words of one language are sent; the longer ones count. */
const WORDS = 'app/i18n/zh-CN/pages.ts';
const EDITOR_WORDS = 'app/i18n/zh-CN/editor.ts';
const WORDS_OF_OTHERS = ['app/i18n/en/pages.ts', 'app/i18n/en/editor.ts'];
/** The words of pages that send them along with what they show. */
const WORDS_OF_PAGES = [
  'activity',
  'board',
  'calendar',
  'contract',
  'deliverables',
  'exchange',
  'models',
  'overview',
  'places',
  'portfolio',
  'procurement',
  'record-refusals',
  'text-pages',
].flatMap((name) => [`app/i18n/zh-CN/${name}.ts`, `app/i18n/en/${name}.ts`]);
/** What a page loads only when somebody asks for it; everything else counts at once. */
const ON_DEMAND = [EDITOR, WORDS, EDITOR_WORDS, ...WORDS_OF_OTHERS, ...WORDS_OF_PAGES];

const READ_JS_BYTES_MAX = 110_000;
const EDIT_JS_BYTES_MAX = 290_000;
const EDIT_CSS_BYTES_MAX = 18_000;

const reading = weightOfPage(build, { routeId: READING, onDemand: ON_DEMAND, opened: [WORDS] });
const editing = weightOfPage(build, {
  routeId: EDITING,
  onDemand: ON_DEMAND,
  opened: [WORDS, EDITOR, EDITOR_WORDS],
});

test('a document can be read with at most 110 kB of gzipped JavaScript', () => {
  expect(reading.jsBytes, inWords(reading)).toBeLessThanOrEqual(READ_JS_BYTES_MAX);
});

test('a document can be edited with at most 290 kB of gzipped JavaScript', () => {
  expect(editing.jsBytes, inWords(editing)).toBeLessThanOrEqual(EDIT_JS_BYTES_MAX);
});

test('the editor page has at most 18 kB of gzipped styles', () => {
  expect(editing.cssBytes, inWords(editing)).toBeLessThanOrEqual(EDIT_CSS_BYTES_MAX);
});

test('reading a document does not load the editor', () => {
  const editorFile = build.chunks[EDITOR]?.file;

  expect(editorFile).toBeDefined();
  expect(reading.files.filter((line) => line.startsWith(`${editorFile} `))).toEqual([]);
});

function inWords({ jsBytes, cssBytes, files }: Weight): string {
  return [`${jsBytes} bytes of scripts, ${cssBytes} of styles`, ...files].join('\n  ');
}
