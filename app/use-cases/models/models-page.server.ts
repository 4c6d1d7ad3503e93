import { database } from '#db/connection.ts';
import { findAssignments } from '#db/queries/assignments.ts';
import { findElements, findInstances } from '#db/queries/model-elements.ts';
import { findLinks, type LinkRecord } from '#db/queries/record-links.ts';
import { linkCompleteness } from '../../domain/models/link-completeness.ts';
import type { Model } from '../../domain/models/model.ts';
import { writeReference } from '../../domain/models/record-reference.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import { linkableRecords } from './linkable-records.server.ts';
import { linkViews, originOf } from './link-views.server.ts';
import type { ElementPage, ModelsPage } from './model-views.ts';
import { elementView, instanceView } from './targets.server.ts';

/** The registry, with the number of links that the reader may see. Null when hidden. */
export async function modelsPage(
  actor: Person,
  filter: { model?: Model; words?: string },
): Promise<ModelsPage | null> {
  if (!may(actor, 'read', { type: 'models' })) return null;
  const db = database();
  const [elements, links, instances, assignments] = await Promise.all([
    findElements(db, filter),
    findLinks(db, {}),
    findInstances(db, {}),
    findAssignments(db),
  ]);
  const records = await linkableRecords(actor, assignments);
  const visible = new Set(records.map(({ reference }) => reference));
  const seen = links.filter((link) => visible.has(writeReference(originOf(link))));
  const elementOf = new Map(instances.map(({ id, elementId }) => [id, elementId]));
  return {
    elements: elements.map((element) => ({
      ...elementView(element),
      unit: element.unit,
      links: seen.filter((link) => targetElement(link, elementOf) === element.id).length,
    })),
    completeness: linkCompleteness(
      records,
      new Set(seen.map((link) => writeReference(originOf(link)))),
    ),
  };
}

/** One element with its instances and what points at them; null when there is none. */
export async function elementPage(actor: Person, elementId: string): Promise<ElementPage | null> {
  if (!may(actor, 'read', { type: 'models' })) return null;
  const db = database();
  const [element] = await findElements(db, { id: elementId });
  if (element === undefined) return null;
  const instances = await findInstances(db, { elementId });
  const ownIds = new Set(instances.map(({ id }) => id));
  const links = (await findLinks(db, {})).filter(
    (link) => link.elementId === elementId || ownIds.has(link.instanceId ?? ''),
  );
  const ids = [...new Set(links.map(({ assignmentId }) => assignmentId))];
  const assignments = ids.length === 0 ? [] : await findAssignments(db, { ids });
  const records = await linkableRecords(actor, assignments);
  const backlinks = await linkViews(db, links, { records, mayRemove: () => false });
  const { meaning, unit, source } = element;
  return {
    element: { ...elementView(element), meaning, unit, source },
    instances: instances.flatMap((instance) => {
      const view = instanceView(instance, [element]);
      if (view === null) return [];
      const count = backlinks.filter(({ target }) => target.reference === view.reference).length;
      return [{ ...view, title: instance.title, links: count }];
    }),
    backlinks,
  };
}

function targetElement(
  link: LinkRecord,
  elementOf: ReadonlyMap<string, string>,
): string | undefined {
  return link.elementId ?? elementOf.get(link.instanceId ?? '');
}
