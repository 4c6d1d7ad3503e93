import { database } from '#db/connection.ts';
import { findAssignments } from '#db/queries/assignments.ts';
import { findLinks } from '#db/queries/record-links.ts';
import { linkCompleteness } from '../../domain/models/link-completeness.ts';
import { writeReference } from '../../domain/models/record-reference.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import { linkableRecords } from './linkable-records.server.ts';
import { linkViews, originOf } from './link-views.server.ts';
import type { AssignmentLinksPage } from './model-views.ts';
import { searchTargets } from './targets.server.ts';

/** The links of one assignment's records, and what the picker finds for `words`. */
export async function assignmentLinks(query: {
  actor: Person;
  code: string;
  words: string;
}): Promise<AssignmentLinksPage | null> {
  const { actor, code, words } = query;
  const db = database();
  const [assignment] = await findAssignments(db, { code });
  if (assignment === undefined) return null;
  const { standing } = assignment;
  if (!may(actor, 'read', { type: 'record-link', ...standing })) return null;
  const [records, links, targets] = await Promise.all([
    linkableRecords(actor, [assignment]),
    findLinks(db, { assignmentIds: [assignment.id] }),
    searchTargets(words),
  ]);
  const mayLink = may(actor, 'link', { type: 'record-link', ...standing });
  return {
    links: await linkViews(db, links, { records, mayRemove: () => mayLink }),
    records: records.map(({ id: _id, documentId: _documentId, ...record }) => record),
    completeness: linkCompleteness(
      records,
      new Set(links.map((link) => writeReference(originOf(link)))),
    ),
    mayLink,
    targets,
  };
}
