/** Words of the working calendar. */
export const calendar = {
  title: 'Working calendar',
  lead: 'Clocks and due dates count working days by this calendar.',
  overrides: 'Set by the project office',
  'overrides.none': 'No day is set otherwise than published.',
  year: '{year}',
  uncovered:
    'The holidays of {year} are not published yet or not known here. Until then Monday to Friday count as working days.',
  source: 'Source: notice of the General Office of the State Council, {source}',
  'column.holiday': 'Holiday',
  'column.free': 'Days off',
  'column.worked': 'Worked in exchange',
  day: 'Day',
  is: 'It is',
  'is.WORKING': 'a working day',
  'is.FREE': 'a day off',
  reason: 'Reason',
  by: 'Set by',
  'take-back': 'Take back',
  save: 'Set the day',
} as const;
