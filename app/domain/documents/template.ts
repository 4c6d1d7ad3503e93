/**
 * A document template as stored in `docs-templates/<kind>/<key>.json`: words and structure, no code.
 * Creating a document turns it into content once; later changes to a template touch no document.
 */
import type { Bilingual } from '../shared/locale.ts';
import type { DocumentKind } from './document-kind.ts';
import type { NumberingStyle } from './heading-labels.ts';

export type Template = {
  /** Stable name used by the API, e.g. `tor-firm`. */
  key: string;
  kind: DocumentKind;
  /** Which assignments it suits; null suits all. */
  assignmentKind: 'SUBCONTRACT' | 'INDIVIDUAL' | null;
  name: Bilingual;
  /** Title of a new document; may hold placeholders such as `{assignment.code}`. */
  title: Bilingual;
  description: Bilingual;
  /** Where the structure comes from, e.g. the source document and its section. */
  source: string;
  numbering: NumberingStyle;
  sections: TemplateSection[];
};

export type TemplateSection = {
  /** Stable key, unique in the template, e.g. `OBJECTIVE`. */
  key: string;
  level: 1 | 2 | 3;
  title: Bilingual;
  /** A required section must be done before the document is sent anywhere. */
  required: boolean;
  /** Characters of own text (Han characters or Latin letters) below which it counts as thin. */
  thinBelowCharacters: number;
  /** What the author should write here; shown while writing, never exported. */
  guidance: Bilingual;
  /** Ready wording, in order. */
  blocks: TemplateBlock[];
};

/**
 * Inside any text `{assignment.code}` and the other keys of REGISTER_FIELDS stand for a value of
 * the register that follows the register until a version is frozen.
 */
export type TemplateBlock =
  | { type: 'paragraph'; text: Bilingual }
  | { type: 'list'; kind: 'bullet' | 'number'; items: Bilingual[] }
  | { type: 'table'; header: Bilingual[]; rows: Bilingual[][] };

/** Register values that a template or an author may bind into the text. */
export const REGISTER_FIELDS = [
  'project.code',
  'project.name.zh',
  'project.name.en',
  'assignment.code',
  'assignment.title.zh',
  'assignment.title.en',
  'assignment.component.zh',
  'assignment.component.en',
  'assignment.method',
  'assignment.firm.zh',
  'assignment.firm.en',
  'assignment.expert.zh',
  'assignment.expert.en',
] as const;
export type RegisterField = (typeof REGISTER_FIELDS)[number];
/** Present value of each field; a value that the register does not know yet is ''. */
export type RegisterValues = Record<RegisterField, string>;

export function isRegisterField(value: string): value is RegisterField {
  return (REGISTER_FIELDS as readonly string[]).includes(value);
}
