import { readFile, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Template } from '#app/domain/documents/template.ts';
import { TEMPLATE_SCHEMA, templateFolder } from './template-schema.ts';

/**
 * Reads every `<kind>/<key>.json` below `directory`, sorted by path.
 *
 * @throws Error naming each wrong file and the path of each wrong value inside it. Nothing is left
 *   out quietly: one bad template stops the start, not the author who needs it months later.
 */
export async function readTemplates(directory: string): Promise<Template[]> {
  const readings = await Promise.all((await templateFiles(directory)).map(readTemplate));
  const templates = readings.flatMap(({ template }) => (template === null ? [] : [template]));
  const problems = [
    ...readings.flatMap(({ file, problems }) => problems.map((problem) => `${file}: ${problem}`)),
    ...repeatedKeys(readings),
  ];
  if (readings.length === 0) problems.push(`${directory}: no templates found`);
  if (problems.length > 0) throw new Error(`Templates cannot be used:\n${problems.join('\n')}`);
  return templates;
}

type Reading = { file: string; template: Template | null; problems: string[] };

async function templateFiles(directory: string): Promise<string[]> {
  const found = await readdir(directory, { recursive: true });
  return found
    .filter((path) => path.endsWith('.json'))
    .sort()
    .map((path) => join(directory, path));
}

async function readTemplate(file: string): Promise<Reading> {
  const content = parseJson(await readFile(file, 'utf8'));
  if ('problem' in content) return { file, template: null, problems: [content.problem] };

  const parsed = TEMPLATE_SCHEMA.safeParse(content.value);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.') || '(whole file)'}: ${message}`,
    );
    return { file, template: null, problems };
  }
  return { file, template: parsed.data, problems: misplaced(file, parsed.data) };
}

function parseJson(text: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: `not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** A template is found by its name, so the place of the file has to agree with what is in it. */
function misplaced(file: string, template: Template): string[] {
  const problems: string[] = [];
  if (basename(file) !== `${template.key}.json`) {
    problems.push(`key: the file of "${template.key}" must be named ${template.key}.json`);
  }
  if (basename(dirname(file)) !== templateFolder(template.kind)) {
    problems.push(`kind: ${template.kind} belongs in the folder ${templateFolder(template.kind)}`);
  }
  return problems;
}

function repeatedKeys(readings: readonly Reading[]): string[] {
  const firstFile = new Map<string, string>();
  return readings.flatMap(({ file, template }) => {
    if (template === null) return [];
    const first = firstFile.get(template.key);
    if (first !== undefined) return [`${file}: key: "${template.key}" is taken by ${first}`];
    firstFile.set(template.key, file);
    return [];
  });
}
