import { asc, eq } from 'drizzle-orm';
import {
  RULE_NAMES,
  RULE_UNITS,
  type ProcurementRule,
} from '../../app/domain/procurement/procurement-rule.ts';
import type { CalendarDate } from '../../app/domain/shared/calendar-date.ts';
import type { Queryable } from '../connection.ts';
import { procurementRules } from '../schema/procurement.ts';

/** Every rule that ever held, by name, method and first day. There are a few dozen at most. */
export async function findProcurementRules(db: Queryable): Promise<ProcurementRule[]> {
  const rows = await db
    .select()
    .from(procurementRules)
    .orderBy(
      asc(procurementRules.name),
      asc(procurementRules.method),
      asc(procurementRules.effectiveFrom),
    );
  return rows.flatMap((row) => {
    const name = RULE_NAMES.find((known) => known === row.name);
    if (name === undefined) return [];
    return {
      id: row.id,
      name,
      method: row.method,
      value: row.value,
      effectiveFrom: row.effectiveFrom,
      effectiveTo: row.effectiveTo,
      source: { zh: row.sourceZh, en: row.sourceEn },
      isConfirmed: row.isConfirmed,
    };
  });
}

/** Waits for others who change the rules. */
export async function holdProcurementRules(tx: Queryable): Promise<void> {
  await tx.select({ id: procurementRules.id }).from(procurementRules).for('update');
}

export async function insertProcurementRule(tx: Queryable, rule: ProcurementRule): Promise<void> {
  const { source, ...row } = rule;
  await tx.insert(procurementRules).values({
    ...row,
    unit: RULE_UNITS[rule.name],
    sourceZh: source.zh,
    sourceEn: source.en,
  });
}

export async function endProcurementRule(
  tx: Queryable,
  { id, effectiveTo }: { id: string; effectiveTo: CalendarDate },
): Promise<void> {
  await tx.update(procurementRules).set({ effectiveTo }).where(eq(procurementRules.id, id));
}
