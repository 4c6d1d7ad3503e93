/**
 * Public holidays of mainland China as the State Council's General Office fixed them, year by year,
 * and the weekend days worked in exchange. A year that is missing is not covered, and the product
 * says so wherever it counts working days in it. Dates agree with the package chinese-days 1.5.7.
 */
export type HolidayYear = {
  year: number;
  /** Number of the notice. */
  source: string;
  holidays: readonly Holiday[];
};

type Holiday = {
  name: { zh: string; en: string };
  /** First and last day off, `MM-DD`. */
  off: readonly [string, string];
  /** Weekend days worked in exchange, `MM-DD`. */
  worked: readonly string[];
};

export const HOLIDAY_YEARS: readonly HolidayYear[] = [
  {
    year: 2024,
    source: '国办发明电〔2023〕7号',
    holidays: [
      { name: { zh: '元旦', en: 'New Year’s Day' }, off: ['01-01', '01-01'], worked: [] },
      {
        name: { zh: '春节', en: 'Spring Festival' },
        off: ['02-10', '02-17'],
        worked: ['02-04', '02-18'],
      },
      {
        name: { zh: '清明节', en: 'Qingming Festival' },
        off: ['04-04', '04-06'],
        worked: ['04-07'],
      },
      {
        name: { zh: '劳动节', en: 'Labour Day' },
        off: ['05-01', '05-05'],
        worked: ['04-28', '05-11'],
      },
      { name: { zh: '端午节', en: 'Dragon Boat Festival' }, off: ['06-10', '06-10'], worked: [] },
      {
        name: { zh: '中秋节', en: 'Mid-Autumn Festival' },
        off: ['09-15', '09-17'],
        worked: ['09-14'],
      },
      {
        name: { zh: '国庆节', en: 'National Day' },
        off: ['10-01', '10-07'],
        worked: ['09-29', '10-12'],
      },
    ],
  },
  {
    year: 2025,
    source: '国办发明电〔2024〕12号',
    holidays: [
      { name: { zh: '元旦', en: 'New Year’s Day' }, off: ['01-01', '01-01'], worked: [] },
      {
        name: { zh: '春节', en: 'Spring Festival' },
        off: ['01-28', '02-04'],
        worked: ['01-26', '02-08'],
      },
      { name: { zh: '清明节', en: 'Qingming Festival' }, off: ['04-04', '04-06'], worked: [] },
      { name: { zh: '劳动节', en: 'Labour Day' }, off: ['05-01', '05-05'], worked: ['04-27'] },
      { name: { zh: '端午节', en: 'Dragon Boat Festival' }, off: ['05-31', '06-02'], worked: [] },
      {
        name: { zh: '国庆节、中秋节', en: 'National Day and Mid-Autumn Festival' },
        off: ['10-01', '10-08'],
        worked: ['09-28', '10-11'],
      },
    ],
  },
  {
    year: 2026,
    source: '国办发明电〔2025〕7号',
    holidays: [
      { name: { zh: '元旦', en: 'New Year’s Day' }, off: ['01-01', '01-03'], worked: ['01-04'] },
      {
        name: { zh: '春节', en: 'Spring Festival' },
        off: ['02-15', '02-23'],
        worked: ['02-14', '02-28'],
      },
      { name: { zh: '清明节', en: 'Qingming Festival' }, off: ['04-04', '04-06'], worked: [] },
      { name: { zh: '劳动节', en: 'Labour Day' }, off: ['05-01', '05-05'], worked: ['05-09'] },
      { name: { zh: '端午节', en: 'Dragon Boat Festival' }, off: ['06-19', '06-21'], worked: [] },
      { name: { zh: '中秋节', en: 'Mid-Autumn Festival' }, off: ['09-25', '09-27'], worked: [] },
      {
        name: { zh: '国庆节', en: 'National Day' },
        off: ['10-01', '10-07'],
        worked: ['09-20', '10-10'],
      },
    ],
  },
];
