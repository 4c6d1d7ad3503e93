import { headingLabels } from '#app/domain/documents/heading-labels.ts';
import type { Survey } from './survey-document.ts';

/** Labels of the headings that have one, by the key of their node. */
export function labelsByKey(survey: Survey): Map<string, string> {
  const headings = survey.blocks.flatMap(({ key, heading }) =>
    heading === null ? [] : [{ key, ...heading }],
  );
  const labels = headingLabels(headings);
  return new Map(
    headings.flatMap(({ key }, index) => {
      const label = labels[index] ?? '';
      return label === '' ? [] : [[key, label]];
    }),
  );
}
