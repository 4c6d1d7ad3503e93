import type { SelectionMethod } from '../register/assignment.ts';
import type { CalendarDate } from '../shared/calendar-date.ts';
import type { Bilingual } from '../shared/locale.ts';

/** What is ruled, and in which unit. */
export const RULE_UNITS = {
  'candidates.minimum': 'candidates',
  'shortlist.minimum': 'candidates',
  'shortlist.maximum': 'candidates',
  'technical.weight': 'percent',
  'technical.minimum': 'points',
  'no-objection.clock': 'working-days',
  'contract.term': 'months',
} as const;
export type RuleName = keyof typeof RULE_UNITS;
export type RuleUnit = (typeof RULE_UNITS)[RuleName];
export const RULE_NAMES = Object.keys(RULE_UNITS) as RuleName[];

/** A value that holds from one day to another, and where it was read. */
export type ProcurementRule = {
  id: string;
  name: RuleName;
  /** Null for every method that has no value of its own. */
  method: SelectionMethod | null;
  value: number;
  effectiveFrom: CalendarDate;
  /** The last day it holds; null while it holds. */
  effectiveTo: CalendarDate | null;
  source: Bilingual;
  isConfirmed: boolean;
};

/**
 * The rule of that name that holds on `date`: the method's own before the one for all, and of
 * several the one that began last. Null where none holds.
 */
export function ruleOn(
  rules: readonly ProcurementRule[],
  asked: { name: RuleName; method: SelectionMethod; date: CalendarDate },
): ProcurementRule | null {
  const holding = rules.filter(
    (rule) =>
      rule.name === asked.name &&
      (rule.method === asked.method || rule.method === null) &&
      rule.effectiveFrom <= asked.date &&
      (rule.effectiveTo === null || rule.effectiveTo >= asked.date),
  );
  const own = holding.filter(({ method }) => method !== null);
  const latest = (own.length > 0 ? own : holding).toSorted((left, right) =>
    left.effectiveFrom < right.effectiveFrom ? 1 : -1,
  );
  return latest[0] ?? null;
}

/** Percentages and points lie within 0 and 100; all others count something. */
export function isRuleValue(name: RuleName, value: number): boolean {
  const unit = RULE_UNITS[name];
  const most = unit === 'percent' || unit === 'points' ? 100 : 1000;
  return Number.isInteger(value) && value >= 1 && value <= most;
}
