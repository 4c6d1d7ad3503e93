/** Elements and instances of the registry as pages name them. */
import { database, type Queryable } from '#db/connection.ts';
import {
  findElements,
  findInstances,
  type ElementRecord,
  type InstanceRecord,
} from '#db/queries/model-elements.ts';
import type { ModelTarget } from '../../domain/models/record-reference.ts';
import type { TargetView } from './model-views.ts';

const FOUND_MAX = 30;

/** What `words` find in titles and keys; nothing for no words. */
export async function searchTargets(words: string): Promise<TargetView[]> {
  const wanted = words.trim();
  if (wanted === '') return [];
  const [all, found, instances] = await Promise.all([
    findElements(database()),
    findElements(database(), { words: wanted }),
    findInstances(database(), { words: wanted }),
  ]);
  const ofInstances = instances.flatMap((instance) => instanceView(instance, all) ?? []);
  return [...found.map(elementView), ...ofInstances].slice(0, FOUND_MAX);
}

/** The target with its present revision, or null when there is none. */
export async function findTarget(db: Queryable, target: ModelTarget): Promise<TargetView | null> {
  if (target.type === 'element') {
    const [element] = await findElements(db, { id: target.id });
    return element === undefined ? null : elementView(element);
  }
  const [instance] = await findInstances(db, { id: target.id });
  return instance === undefined ? null : instanceView(instance, await findElements(db));
}

export function elementView(element: ElementRecord): TargetView {
  const { id, model, kind, key, title, revision } = element;
  return { reference: `element:${id}`, to: `/models/${id}`, model, kind, key, title, revision };
}

/** Null when its element is not among those given. */
export function instanceView(
  instance: InstanceRecord,
  elements: readonly ElementRecord[],
): TargetView | null {
  const element = elements.find(({ id }) => id === instance.elementId);
  if (element === undefined) return null;
  return {
    reference: `instance:${instance.id}`,
    to: `/models/${element.id}`,
    model: element.model,
    kind: null,
    key: `${element.key}.${instance.key}`,
    title: {
      zh: `${element.title.zh}：${instance.title.zh}`,
      en: `${element.title.en}: ${instance.title.en}`,
    },
    revision: instance.revision,
  };
}
