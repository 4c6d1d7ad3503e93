/** Names of the pages of the whole project; said by the server only. */
export const places = {
  tors: 'My TORs',
  decisions: 'Decisions',
  portfolio: 'Portfolio',
  models: 'Data models',
  rules: 'Procurement rules',
  calendar: 'Working calendar',
  audit: 'Audit',
  due: 'Due',
  board: 'Board',
  timeline: 'Timeline',
} as const;
