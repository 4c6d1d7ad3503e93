import { and, asc, eq, ilike, or, type SQL } from 'drizzle-orm';
import type { Model, ModelElementKind } from '../../app/domain/models/model.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { modelElements, modelInstances } from '../schema/models.ts';

export type ElementRecord = {
  id: string;
  model: Model;
  kind: ModelElementKind;
  key: string;
  title: Bilingual;
  meaning: Bilingual;
  unit: string | null;
  source: string;
  revision: number;
};

export type InstanceRecord = {
  id: string;
  elementId: string;
  key: string;
  title: Bilingual;
  source: string;
  revision: number;
};

/** Elements of the registry by model and key; all, or those that `words` find in title or key. */
export async function findElements(
  db: Queryable,
  filter: { model?: Model; words?: string; id?: string } = {},
): Promise<ElementRecord[]> {
  const { model, words = '', id } = filter;
  const rows = await db
    .select()
    .from(modelElements)
    .where(
      and(
        model === undefined ? undefined : eq(modelElements.model, model),
        id === undefined ? undefined : eq(modelElements.id, id),
        matching(words, [modelElements.titleZh, modelElements.titleEn, modelElements.key]),
      ),
    )
    .orderBy(asc(modelElements.model), asc(modelElements.key));
  return rows.map(({ titleZh, titleEn, meaningZh, meaningEn, ...row }) => ({
    ...row,
    title: { zh: titleZh, en: titleEn },
    meaning: { zh: meaningZh, en: meaningEn },
  }));
}

/** Instances of one element, the one with this id, or those that `words` find. */
export async function findInstances(
  db: Queryable,
  filter: { elementId?: string; words?: string; id?: string },
): Promise<InstanceRecord[]> {
  const { elementId, words = '', id } = filter;
  const rows = await db
    .select()
    .from(modelInstances)
    .where(
      and(
        elementId === undefined ? undefined : eq(modelInstances.elementId, elementId),
        id === undefined ? undefined : eq(modelInstances.id, id),
        matching(words, [modelInstances.titleZh, modelInstances.titleEn, modelInstances.key]),
      ),
    )
    .orderBy(asc(modelInstances.key));
  return rows.map(({ titleZh, titleEn, ...row }) => ({
    ...row,
    title: { zh: titleZh, en: titleEn },
  }));
}

function matching(words: string, columns: Parameters<typeof ilike>[0][]): SQL | undefined {
  if (words === '') return undefined;
  const pattern = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return or(...columns.map((column) => ilike(column, pattern)));
}
