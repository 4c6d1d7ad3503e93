import { z } from 'zod';
import { DOCUMENT_KINDS, type DocumentKind } from '#app/domain/documents/document-kind.ts';
import { NUMBERING_STYLES } from '#app/domain/documents/heading-labels.ts';
import { isRegisterField, type Template } from '#app/domain/documents/template.ts';
import { ASSIGNMENT_KINDS } from '#app/domain/register/assignment.ts';

/** Folder of a kind below `docs-templates/`: the kind in kebab case, the TOR written out. */
export function templateFolder(kind: DocumentKind): string {
  return kind === 'TOR' ? 'terms-of-reference' : kind.toLowerCase().replaceAll('_', '-');
}

/** Sections without which a TOR cannot be sent anywhere (terms of reference PMI-30-ICS, 3.1). */
const TOR_SECTIONS = ['OBJECTIVE', 'TECH_ROUTE', 'SCHEDULE'];

const WORDS = z.string().trim().min(1, 'must not be empty').superRefine(checkBraces);
const BILINGUAL = z.strictObject({ zh: WORDS, en: WORDS });
/** A cell may stay empty for the author, but then in both languages. */
const CELL = z
  .strictObject({
    zh: z.string().superRefine(checkBraces),
    en: z.string().superRefine(checkBraces),
  })
  .refine(({ zh, en }) => (zh === '') === (en === ''), 'one language is missing');

const BLOCK = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), text: BILINGUAL }),
  z.strictObject({
    type: z.literal('list'),
    kind: z.enum(['bullet', 'number']),
    items: z.array(BILINGUAL).min(1),
  }),
  z
    .strictObject({
      type: z.literal('table'),
      header: z.array(BILINGUAL).min(1),
      rows: z.array(z.array(CELL)).min(1),
    })
    .refine(({ header, rows }) => rows.every((row) => row.length === header.length), {
      message: 'a row has more or fewer cells than the header',
      path: ['rows'],
    }),
]);

const SECTION = z.strictObject({
  key: z.string().regex(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/, 'must be written like TECH_ROUTE'),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  title: BILINGUAL,
  required: z.boolean(),
  thinBelowCharacters: z.int().nonnegative(),
  guidance: BILINGUAL,
  blocks: z.array(BLOCK),
});

export const TEMPLATE_SCHEMA: z.ZodType<Template> = z
  .strictObject({
    key: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be written like tor-firm'),
    kind: z.enum(DOCUMENT_KINDS),
    assignmentKind: z.enum(ASSIGNMENT_KINDS).nullable(),
    name: BILINGUAL,
    title: BILINGUAL,
    description: BILINGUAL,
    source: WORDS,
    numbering: z.enum(NUMBERING_STYLES),
    sections: z.array(SECTION).min(1),
  })
  .superRefine(checkSections);

type Check = {
  addIssue: (issue: { code: 'custom'; message: string; path?: PropertyKey[] }) => void;
};

/** A brace that opens no known field would reach the reader as code. */
function checkBraces(text: string, check: Check): void {
  const rest = text.replace(/\{([^{}]*)\}/g, (field, name: string) => {
    if (!isRegisterField(name)) {
      check.addIssue({ code: 'custom', message: `${field} is not a field of the register` });
    }
    return '';
  });
  if (/[{}]/.test(rest)) check.addIssue({ code: 'custom', message: 'a brace stands alone' });
}

function checkSections(template: Template, check: Check): void {
  const seen = new Set<string>();
  let deepest = 0;
  template.sections.forEach((section, index) => {
    const complain = (message: string, property: string) =>
      check.addIssue({ code: 'custom', message, path: ['sections', index, property] });
    if (seen.has(section.key)) complain(`"${section.key}" stands here twice`, 'key');
    if (section.level > deepest + 1) complain('skips a level', 'level');
    seen.add(section.key);
    deepest = section.level;
  });
  if (template.kind !== 'TOR') return;
  for (const key of TOR_SECTIONS) {
    if (template.sections.some((section) => section.key === key && section.required)) continue;
    const message = `a TOR needs the required section ${key}`;
    check.addIssue({ code: 'custom', message, path: ['sections'] });
  }
}
