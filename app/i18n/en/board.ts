/** Words of the board. */
export const board = {
  title: { one: '{count} sub-contract', other: '{count} sub-contracts' },
  caption: 'Sub-contracts by component and stage',
  component: 'Component',
  'no-component': 'No component yet',
  mine: 'you lead the terms of reference',
  'summary.late': '{count} late',
  'summary.returned': '{count} returned',
  'summary.due': {
    one: '{count} due within {days} days',
    other: '{count} due within {days} days',
  },
  'summary.comments': { one: '{count} open comment', other: '{count} open comments' },
  attention: 'Late and returned',
  'attention.empty': 'Nothing is late and nothing was returned.',
  next: 'Due next',
  'next.empty': 'Nothing else has a due date yet.',
  individuals: 'Individual assignments',
  'individuals.all': 'All {count}',
  empty: 'No contract is open to you yet.',
  'empty.hint': 'Contracts appear here once the Project Management Office gives you a part in one.',
} as const;
