import { inTransaction } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import {
  endProcurementRule,
  findProcurementRules,
  holdProcurementRules,
  insertProcurementRule,
} from '#db/queries/procurement-rules.ts';
import { checkedTitle } from '../../domain/documents/title.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import { isRuleValue, type RuleName } from '../../domain/procurement/procurement-rule.ts';
import type { SelectionMethod } from '../../domain/register/assignment.ts';
import { addDays, isCalendarDate, type CalendarDate } from '../../domain/shared/calendar-date.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';

type Change = {
  actor: Person;
  name: RuleName;
  /** Null for every method without a value of its own. */
  method: SelectionMethod | null;
  value: number;
  effectiveFrom: CalendarDate;
  sourceZh: string;
  sourceEn: string;
  isConfirmed: boolean;
  now: Date;
};

/** Adds a value that holds from a day on; the one before it ends the day before. */
export async function changeRule(change: Change): Promise<Result<{ id: string }, Refusal>> {
  const { actor, name, method, value, effectiveFrom, isConfirmed, now } = change;
  if (!may(actor, 'read', { type: 'rules' })) return refused({ code: 'not-found' });
  if (!may(actor, 'edit', { type: 'rules' })) return refused({ code: 'not-allowed' });
  if (!isRuleValue(name, value)) return refused({ code: 'rule.value' });
  if (!isCalendarDate(effectiveFrom)) return refused({ code: 'date.invalid' });
  const zh = checkedTitle(change.sourceZh);
  const en = checkedTitle(change.sourceEn);
  if (!zh.ok || !en.ok) return refused({ code: 'rule.source' });

  return await inTransaction<Result<{ id: string }, Refusal>>(async (tx) => {
    await holdProcurementRules(tx);
    const same = (await findProcurementRules(tx)).filter(
      (rule) => rule.name === name && rule.method === method,
    );
    if (same.some((rule) => rule.effectiveFrom >= effectiveFrom)) {
      return refused({ code: 'rule.earlier' });
    }
    const before = same.at(-1) ?? null;
    if (before !== null && (before.effectiveTo === null || before.effectiveTo >= effectiveFrom)) {
      await endProcurementRule(tx, { id: before.id, effectiveTo: addDays(effectiveFrom, -1) });
    }
    const rule = {
      id: newId(),
      name,
      method,
      value,
      effectiveFrom,
      effectiveTo: null,
      source: { zh: zh.value, en: en.value },
      isConfirmed,
    };
    await insertProcurementRule(tx, rule);
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'procurement-rule.changed',
      subjectType: 'procurement-rule',
      subjectId: rule.id,
      details: { before, after: rule },
    });
    return granted({ id: rule.id });
  });
}
