import type { MessageKey } from '../../i18n/catalogue.ts';

/** Names of values in events that have words of their own; others are shown as they are kept. */
export const FIELD_WORDS = {
  title: 'activity.field.title',
  reason: 'activity.field.reason',
  stage: 'activity.field.stage',
  no: 'activity.field.no',
  kind: 'activity.field.kind',
  type: 'activity.field.type',
  revision: 'activity.field.revision',
  relation: 'activity.field.relation',
  target: 'activity.field.target',
  dueOn: 'activity.field.due-on',
  amountMinor: 'activity.field.amount-minor',
  currency: 'activity.field.currency',
  method: 'activity.field.method',
  review: 'activity.field.review',
} as const satisfies Record<string, MessageKey>;

export function isFieldWord(field: string): field is keyof typeof FIELD_WORDS {
  return field in FIELD_WORDS;
}
