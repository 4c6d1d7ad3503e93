import { database } from '#db/connection.ts';
import { findProcurementRules } from '#db/queries/procurement-rules.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import { calendarDateAt } from '../../domain/shared/calendar-date.ts';
import type { RuleView } from './procurement-views.ts';

/** Every rule that holds, held or will hold; null for who may not read them. */
export async function rulesPage(query: {
  actor: Person;
  now: Date;
}): Promise<{ rules: RuleView[]; mayEdit: boolean } | null> {
  const { actor, now } = query;
  if (!may(actor, 'read', { type: 'rules' })) return null;
  const today = calendarDateAt(now);
  const rules = await findProcurementRules(database());
  return {
    rules: rules.map((rule) => ({
      ...rule,
      isPresent:
        rule.effectiveFrom <= today && (rule.effectiveTo === null || rule.effectiveTo >= today),
    })),
    mayEdit: may(actor, 'edit', { type: 'rules' }),
  };
}
