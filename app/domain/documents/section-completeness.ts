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
};

/** Completeness of each demanded section, in the order of the demands. */
export function sectionCompleteness(
  demands: readonly SectionDemand[],
  blocks: readonly SectionBlock[],
): Completeness[] {
  const written = lettersBySection(blocks);
  return demands.map((demand) => {
    const letters = written.get(demand.key) ?? 0;
    if (letters === 0) return demand.required ? 'missing' : 'optional';
    return letters < demand.thinBelowCharacters ? 'thin' : 'done';
  });
}

/** Text counts for its own section and for every section that this one stands under. */
function lettersBySection(blocks: readonly SectionBlock[]): Map<string, number> {
  const letters = new Map<string, number>();
  let open: { level: number; sectionKey: string | null }[] = [];
  for (const block of blocks) {
    if (block.heading !== null) {
      const { level } = block.heading;
      open = [...open.filter((section) => section.level < level), block.heading];
      continue;
    }
    for (const { sectionKey } of open) {
      if (sectionKey === null) continue;
      letters.set(sectionKey, (letters.get(sectionKey) ?? 0) + block.letters);
    }
  }
  return letters;
}
