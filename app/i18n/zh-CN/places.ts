import type { places as english } from '../en/places.ts';
import type { SameKeys } from '../message.ts';

export const places = {
  tors: '我的工作大纲',
  decisions: '待作决定',
  portfolio: '项目总览',
  models: '数据模型',
  rules: '采购规则',
  calendar: '工作日历',
  audit: '审计记录',
  due: '待办',
  board: '总览',
  timeline: '时间轴',
} as const satisfies SameKeys<typeof english>;
