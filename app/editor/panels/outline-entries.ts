import { countBlanks } from '#app/domain/documents/blank.ts';
import {
  sectionCompleteness,
  type Completeness,
  type SectionDemand,
} from '#app/domain/documents/section-completeness.ts';
import { measureText } from '#app/domain/documents/text-measure.ts';
import type { Bilingual } from '#app/domain/shared/locale.ts';
import { labelsByKey } from '../survey/heading-labels-by-key.ts';
import type { Survey } from '../survey/survey-document.ts';

export type EditorSection = SectionDemand & { title: Bilingual };

/** A line of the outline: a heading that stands in the text, or a required one that is gone. */
export type OutlineEntry = {
  /** Lexical key to jump to; null where the heading is missing from the text. */
  nodeKey: string | null;
  label: string;
  text: string;
  level: number;
  /** Null for the author's own headings, of which nothing is demanded. */
  completeness: Completeness | null;
};

/** @param titleOf the title of a missing section in the reader's language. */
export function outlineEntries(
  survey: Survey,
  sections: readonly EditorSection[],
  titleOf: (title: Bilingual) => string,
): OutlineEntry[] {
  const states = sectionCompleteness(sections, sectionBlocks(survey));
  const stateByKey = new Map(
    sections.map((section, index) => [section.key, states[index] ?? null]),
  );
  const labels = labelsByKey(survey);

  const present: OutlineEntry[] = survey.blocks.flatMap(({ key, text, heading }) =>
    heading === null
      ? []
      : [
          {
            nodeKey: key,
            label: labels.get(key) ?? '',
            text: text.trim(),
            level: heading.level,
            completeness:
              heading.sectionKey === null ? null : (stateByKey.get(heading.sectionKey) ?? null),
          },
        ],
  );
  const standing = new Set(survey.blocks.map((block) => block.heading?.sectionKey));
  const missing: OutlineEntry[] = sections
    .filter((section) => section.required && !standing.has(section.key))
    .map((section) => ({
      nodeKey: null,
      label: '',
      text: titleOf(section.title),
      level: 1,
      completeness: 'missing',
    }));
  return [...present, ...missing];
}

function sectionBlocks(survey: Survey) {
  return survey.blocks.map(({ text, guidance, heading }) => {
    const words = heading !== null || guidance ? '' : text;
    return { heading, letters: measureText(words).letters, blanks: countBlanks(words) };
  });
}
