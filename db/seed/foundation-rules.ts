/**
 * Thresholds and clocks that every installation starts with. Only what the terms of reference
 * PMI-30-ICS say is confirmed; the rest is background that no source at hand could confirm (domain
 * research B.5), and every screen says so. The office replaces a value by a later one.
 */
import { RULE_UNITS, type RuleName } from '../../app/domain/procurement/procurement-rule.ts';
import type { SelectionMethod } from '../../app/domain/register/assignment.ts';
import type { Transaction } from '../client.ts';
import { newId } from '../new-id.ts';
import { procurementRules } from '../schema/procurement.ts';

export async function seedProcurementRules(tx: Transaction): Promise<void> {
  await tx
    .insert(procurementRules)
    .values(
      RULES.map(({ name, method, value, source }) => ({
        id: newId(),
        name,
        method,
        value,
        unit: RULE_UNITS[name],
        effectiveFrom: FIRST_DAY,
        ...SOURCES[source],
        isConfirmed: source !== 'background',
      })),
    )
    .onConflictDoNothing();
}

/** Before anything of the project happened. */
const FIRST_DAY = '2020-01-01';

type Rule = {
  name: RuleName;
  method: SelectionMethod | null;
  value: number;
  source: keyof typeof SOURCES;
};

const SOURCES = {
  selection: {
    sourceZh: '工作任务大纲PMI-30-ICS：个人咨询专家选择，至少三位候选人',
    sourceEn: 'Terms of reference PMI-30-ICS: individual selection, at least three candidates',
  },
  term: {
    sourceZh: '工作任务大纲PMI-30-ICS：自合同签署之日起一年',
    sourceEn: 'Terms of reference PMI-30-ICS: one year from signature',
  },
  background: {
    sourceZh: '一般做法，未能查到原文',
    sourceEn: 'Common practice; the text itself could not be found',
  },
} as const;

const RULES: readonly Rule[] = [
  { name: 'candidates.minimum', method: 'INDV', value: 3, source: 'selection' },
  { name: 'contract.term', method: 'INDV', value: 12, source: 'term' },
  { name: 'candidates.minimum', method: 'CQS', value: 3, source: 'background' },
  { name: 'shortlist.minimum', method: null, value: 5, source: 'background' },
  { name: 'shortlist.maximum', method: null, value: 8, source: 'background' },
  { name: 'technical.weight', method: 'QCBS', value: 80, source: 'background' },
  { name: 'technical.minimum', method: null, value: 70, source: 'background' },
  { name: 'no-objection.clock', method: null, value: 10, source: 'background' },
];
