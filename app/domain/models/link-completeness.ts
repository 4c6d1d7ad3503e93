import type { RecordReference } from './record-reference.ts';

export type LinkCompleteness = { linked: number; of: number };

/**
 * How many texts and comments are tied to a data model (I14). A comment counts as tied when its own
 * link is there or the text it stands beside has one.
 * @param linked references that have at least one link.
 */
export function linkCompleteness(
  records: readonly (RecordReference & { documentId?: string })[],
  linked: ReadonlySet<string>,
): LinkCompleteness {
  const counted = records.filter(({ type }) => type === 'document' || type === 'thread');
  const tied = counted.filter(
    ({ type, id, documentId }) =>
      linked.has(`${type}:${id}`) ||
      (type === 'thread' && documentId !== undefined && linked.has(`document:${documentId}`)),
  );
  return { linked: tied.length, of: counted.length };
}
