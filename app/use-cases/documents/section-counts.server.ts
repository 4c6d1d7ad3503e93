import { allTemplates } from '#server/templates/all-templates.ts';
import { sectionCompleteness } from '../../domain/documents/section-completeness.ts';
import { sectionBlocksOf } from '../../domain/documents/tree-measure.ts';
import { presentContent } from './present-content.server.ts';

type Counts = { done: number; thin: number; missing: number };

/**
 * How many sections of the template are done, thin and missing in the present text. Counted once
 * for each revision: a page of many documents looks at all of them.
 */
export async function sectionCounts(document: {
  id: string;
  templateKey: string;
  lastSeq: number;
}): Promise<Counts> {
  const { id, templateKey, lastSeq } = document;
  const known = counted.get(id);
  if (known?.seq === lastSeq) return remember(id, known);
  const template = (await allTemplates()).find(({ key }) => key === templateKey);
  const { tree, seq } = await presentContent(id, { lastSeq });
  const states = sectionCompleteness(template?.sections ?? [], sectionBlocksOf(tree));
  const count = (wanted: string) => states.filter((state) => state === wanted).length;
  const counts = { done: count('done'), thin: count('thin'), missing: count('missing') };
  return remember(id, { seq, counts });
}

type Counted = { seq: number; counts: Counts };

const COUNTED_MAX = 2_000;
const counted = new Map<string, Counted>();

function remember(id: string, found: Counted): Counts {
  counted.delete(id);
  counted.set(id, found);
  const oldest = counted.keys().next().value;
  if (counted.size > COUNTED_MAX && oldest !== undefined) counted.delete(oldest);
  return found.counts;
}
