import type { Template } from '#app/domain/documents/template.ts';
import { readTemplates } from './read-templates.ts';

let loaded: Promise<Template[]> | null = null;

/** Every template of the installation, read once. The folder is found from the project root. */
export function allTemplates(): Promise<Template[]> {
  loaded ??= readTemplates('docs-templates');
  return loaded;
}
