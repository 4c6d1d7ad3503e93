import type { board as english } from '../en/board.ts';
import type { SameKeys } from '../message.ts';

export const board = {
  title: '{count} 个分包合同',
  caption: '按项目部分和阶段排列的分包合同',
  component: '项目部分',
  'no-component': '尚未归入',
  mine: '由您牵头编制工作大纲',
  'summary.late': '{count} 项逾期',
  'summary.returned': '{count} 项退回',
  'summary.due': '{days} 天内到期 {count} 项',
  'summary.comments': '{count} 条未决意见',
  attention: '逾期与退回',
  'attention.empty': '没有逾期，也没有退回。',
  next: '即将到期',
  'next.empty': '其余成果尚未确定日期。',
  individuals: '个人任务',
  'individuals.all': '全部 {count} 项',
  empty: '目前没有向您开放的合同。',
  'empty.hint': '项目管理办公室安排您参与后，合同会显示在这里。',
} as const satisfies SameKeys<typeof english>;
