import { expect, test } from 'vitest';
import { eventChanges } from '#app/domain/activity/event-changes.ts';

test('tells from which value to which, and leaves out what stayed', () => {
  const before = { title: { zh: '旧', en: 'Old' }, componentId: 'c1', budget: { amount: 1 } };
  const after = { title: { zh: '新', en: 'New' }, componentId: 'c1', budget: { amount: 2 } };

  expect(eventChanges({ before, after, reason: 'typing error' })).toEqual([
    { field: 'title', before: before.title, after: after.title },
    { field: 'budget.amount', before: 1, after: 2 },
    { field: 'reason', after: 'typing error' },
  ]);
});

test('a value that was not there before, or is not there any more, is told as nothing', () => {
  expect(eventChanges({ before: null, after: { is: 'FREE' } })).toEqual([
    { field: 'is', before: null, after: 'FREE' },
  ]);
  expect(eventChanges({ before: { is: 'FREE' }, after: null })).toEqual([
    { field: 'is', before: 'FREE', after: null },
  ]);
});
