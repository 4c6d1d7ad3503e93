import type { TemplateSection } from './template.ts';

/** `optional`: an empty section that the template does not require. */
export type Completeness = 'missing' | 'thin' | 'done' | 'optional';

/** What is asked of a section; the part of a template section that this rule needs. */
export type SectionDemand = Pick<TemplateSection, 'key' | 'required' | 'thinBelowCharacters'>;

/**
 * A block in reading order. `letters` counts the author's own text; guidance counts nothing, and
 * so does the wording of a heading.
 */
export type SectionBlock = {
  heading: { level: number; sectionKey: string | null } | null;
  letters: number;
  /** Blanks of the template that nobody has filled in. */
  blanks: number;
};

/**
 * Completeness of each demanded section, in the order of the demands. A section with an open blank
 * is thin however long it is: ready wording alone is nobody's work.
 */
export function sectionCompleteness(
  demands: readonly SectionDemand[],
  blocks: readonly SectionBlock[],
): Completeness[] {
  const written = writtenBySection(blocks);
  return demands.map((demand) => {
    const { letters, blanks } = written.get(demand.key) ?? NOTHING;
    if (letters === 0) return demand.required ? 'missing' : 'optional';
    return blanks > 0 || letters < demand.thinBelowCharacters ? 'thin' : 'done';
  });
}

/** Text counts for its own section and for every section that this one stands under. */
function writtenBySection(blocks: readonly SectionBlock[]): Map<string, Written> {
  const written = new Map<string, Written>();
  let open: { level: number; sectionKey: string | null }[] = [];
  for (const block of blocks) {
    if (block.heading !== null) {
      const { level } = block.heading;
      open = [...open.filter((section) => section.level < level), block.heading];
      continue;
    }
    for (const { sectionKey } of open) {
      if (sectionKey === null) continue;
      const before = written.get(sectionKey) ?? NOTHING;
      written.set(sectionKey, {
        letters: before.letters + block.letters,
        blanks: before.blanks + block.blanks,
      });
    }
  }
  return written;
}

type Written = { letters: number; blanks: number };
const NOTHING: Written = { letters: 0, blanks: 0 };
