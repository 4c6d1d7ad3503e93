import { and, eq } from 'drizzle-orm';
import type { Model } from '../../app/domain/models/model.ts';
import type { Transaction } from '../client.ts';
import { newId } from '../new-id.ts';
import { modelElements, modelInstances } from '../schema/models.ts';
import { MEANINGS, MODEL_REGISTRY, SECTORS } from './model-registry.ts';

/** The registry of the data models. Run again after an update it adds what is new. */
export async function seedModels(tx: Transaction): Promise<void> {
  const models = Object.entries(MODEL_REGISTRY) as [Model, (typeof MODEL_REGISTRY)[Model]][];
  const rows = models.flatMap(([model, elements]) =>
    elements.map(([kind, key, titleZh, titleEn, source, unit = null]) => {
      const [meaningZh, meaningEn] = MEANINGS[`${model} ${key}`] ?? ['', ''];
      const meaning = { meaningZh, meaningEn };
      return { id: newId(), model, kind, key, titleZh, titleEn, ...meaning, unit, source };
    }),
  );
  await tx.insert(modelElements).values(rows).onConflictDoNothing();
  const [sector] = await tx
    .select()
    .from(modelElements)
    .where(and(eq(modelElements.model, 'ETS'), eq(modelElements.key, 'sector')));
  if (sector === undefined) return;
  await tx
    .insert(modelInstances)
    .values(
      SECTORS.map(([key, titleZh, titleEn]) => ({
        id: newId(),
        elementId: sector.id,
        key,
        titleZh,
        titleEn,
        source: sector.source,
      })),
    )
    .onConflictDoNothing();
}
