import type { Queryable } from '#db/connection.ts';
import { findElements, findInstances } from '#db/queries/model-elements.ts';
import type { LinkOrigin, LinkRecord } from '#db/queries/record-links.ts';
import { writeReference, type RecordReference } from '../../domain/models/record-reference.ts';
import type { LinkableRecord } from './linkable-records.server.ts';
import type { LinkView } from './model-views.ts';
import { elementView, instanceView } from './targets.server.ts';

/** The record that a link leaves from. */
export function originOf(link: LinkOrigin): RecordReference {
  if (link.documentId !== null) return { type: 'document', id: link.documentId };
  if (link.threadId !== null) return { type: 'thread', id: link.threadId };
  if (link.deliverableId !== null) return { type: 'deliverable', id: link.deliverableId };
  if (link.commitmentId !== null) return { type: 'commitment', id: link.commitmentId };
  return { type: 'assignment', id: link.assignmentId };
}

/** Links as the reader sees them: those from records that are not among `records` are left out. */
export async function linkViews(
  db: Queryable,
  links: readonly LinkRecord[],
  shown: { records: readonly LinkableRecord[]; mayRemove: (link: LinkRecord) => boolean },
): Promise<LinkView[]> {
  const elements = await findElements(db);
  const instances = await findInstances(db, {});
  const records = new Map(shown.records.map((record) => [record.reference, record]));
  return links.flatMap((link) => {
    const record = records.get(writeReference(originOf(link)));
    const element = elements.find(({ id }) => id === link.elementId);
    const instance = instances.find(({ id }) => id === link.instanceId);
    const target =
      instance === undefined ? element && elementView(element) : instanceView(instance, elements);
    if (record === undefined || target == null) return [];
    const { id, relation, revision } = link;
    return [{ id, relation, revision, record, target, mayRemove: shown.mayRemove(link) }];
  });
}
