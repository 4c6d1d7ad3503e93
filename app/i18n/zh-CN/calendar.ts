import type { calendar as english } from '../en/calendar.ts';
import type { SameKeys } from '../message.ts';

export const calendar = {
  title: '工作日历',
  lead: '期限和时限按此日历计算工作日。',
  overrides: '项目办设定',
  'overrides.none': '没有另行设定的日期。',
  year: '{year}年',
  uncovered: '{year}年的节假日安排尚未公布或尚未录入，暂按周一至周五计算工作日。',
  source: '来源：国务院办公厅通知，{source}',
  'column.holiday': '节假日',
  'column.free': '放假',
  'column.worked': '调休上班',
  day: '日期',
  is: '设为',
  'is.WORKING': '工作日',
  'is.FREE': '休息日',
  reason: '理由',
  by: '设定人',
  'take-back': '撤销',
  save: '设定',
} as const satisfies SameKeys<typeof english>;
