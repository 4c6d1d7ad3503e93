/**
 * The demo register. Titles and components of PMI-1 to PMI-26 are invented for the demo and marked
 * as assumed: no public record names them. Stages are chosen so that each column of the board has
 * a few, one report is late and one was returned.
 */
import type { SelectionMethod } from '../../app/domain/register/assignment.ts';
import type { AssignmentStage } from '../../app/domain/register/stage.ts';
import type { DEMO_ORGANISATIONS } from './demo-people.ts';

export type DemoAssignment = {
  number: number;
  component: 1 | 2 | 3 | 4;
  titleZh: string;
  titleEn: string;
  method: SelectionMethod;
  stage: AssignmentStage;
  holder: keyof typeof DEMO_ORGANISATIONS | null;
};

export const DEMO_ASSIGNMENTS: readonly DemoAssignment[] = [
  row(
    1,
    1,
    ['碳定价政策组合评估', 'Carbon pricing policy mix'],
    ['QCBS', 'IMPLEMENTING', 'otherFirms'],
  ),
  row(
    2,
    1,
    ['全国碳市场运行评估', 'National ETS performance review'],
    ['QCBS', 'TOR_REVIEW', null],
  ),
  row(3, 2, ['配额总量与分配路线图', 'Cap and allocation roadmap'], ['CDS', 'PLANNED', 'firmA']),
  row(
    4,
    2,
    ['核查机构监督管理规则', 'Verifier supervision rules'],
    ['CQS', 'IMPLEMENTING', 'firmB'],
  ),
  row(5, 2, ['行业扩围技术准备', 'Sector expansion readiness'], ['QCBS', 'ADVERTISED', null]),
  row(6, 2, ['钢铁行业分配方案', 'Steel allocation plan'], ['CQS', 'TOR_DRAFT', null]),
  row(7, 2, ['水泥行业分配方案', 'Cement allocation plan'], ['CQS', 'QUALIFIED', null]),
  row(8, 2, ['自愿减排方法学评估', 'CCER methodology review'], ['CQS', 'SIGNED', 'otherFirms']),
  row(9, 2, ['市场稳定机制设计', 'Market stability mechanism'], ['CQS', 'PLANNED', null]),
  row(10, 2, ['铝行业分配方案', 'Aluminium allocation plan'], ['CQS', 'ONE_INVITED', null]),
  row(11, 2, ['自愿减排项目监管', 'CCER project oversight'], ['CQS', 'CLOSED', 'otherFirms']),
  row(
    12,
    2,
    ['碳税补充作用分析', 'Carbon tax as a complement'],
    ['QCBS', 'IMPLEMENTING', 'otherFirms'],
  ),
  row(13, 3, ['数据质量管理指南', 'Data quality guidance'], ['CQS', 'TOR_REVIEW', null]),
  row(14, 3, ['自愿减排登记系统升级', 'CCER registry upgrade'], ['QCBS', 'RFP_ISSUED', null]),
  row(
    15,
    3,
    ['交易系统压力测试', 'Trading system stress test'],
    ['LCS', 'COMPLETED', 'otherFirms'],
  ),
  row(16, 3, ['第六条对接研究', 'Article 6 interface study'], ['QCBS', 'TECH_EVALUATED', null]),
  row(
    17,
    3,
    ['连续监测技术应用', 'Continuous monitoring pilots'],
    ['QCBS', 'IMPLEMENTING', 'firmA'],
  ),
  row(
    18,
    3,
    ['自愿减排核查抽查', 'CCER verification spot checks'],
    ['CQS', 'IMPLEMENTING', 'otherFirms'],
  ),
  row(19, 3, ['登记交易数据接口', 'Registry data interfaces'], ['LCS', 'NEGOTIATION', null]),
  row(20, 3, ['月度存证审核工具', 'Monthly filing review tool'], ['QBS', 'PLANNED', null]),
  row(21, 3, ['核查报告评分模型', 'Verification scoring model'], ['CQS', 'TOR_DRAFT', null]),
  row(
    22,
    4,
    ['项目监测与评价', 'Monitoring and evaluation'],
    ['CQS', 'IMPLEMENTING', 'otherFirms'],
  ),
  row(23, 4, ['成果翻译与出版', 'Translation and publication'], ['LCS', 'CLOSED', 'otherFirms']),
  row(24, 1, ['碳金融产品风险研究', 'Carbon finance risk study'], ['QCBS', 'TOR_DRAFT', null]),
  row(
    25,
    1,
    ['碳价影响测算', 'Carbon price impact modelling'],
    ['FBS', 'COMBINED_EVALUATED', null],
  ),
  row(26, 4, ['能力建设培训体系', 'Capacity building programme'], ['CQS', 'PLANNED', null]),
];

function row(
  number: number,
  component: DemoAssignment['component'],
  ...[[titleZh, titleEn], [method, stage, holder]]: [
    [string, string],
    [SelectionMethod, AssignmentStage, DemoAssignment['holder']],
  ]
): DemoAssignment {
  return { number, component, titleZh, titleEn, method, stage, holder };
}

/** Source: terms of reference PMI-30-ICS, section three, item 1. */
export const EXPERT_LEADS = [2, 3, 4, 5, 6, 7, 9, 10, 13, 17, 20, 21, 24, 25, 26];
export const EXPERT_KEY_COORDINATIONS = [3, 4, 17];

type DemoReport = {
  number: number;
  /** Days from the day of loading to the due date; negative lies in the past. */
  inception: number;
  interim: number;
  final: number;
  /** How far it has come. */
  state: 'ON_TIME' | 'LATE' | 'RETURNED' | 'SUBMITTED' | 'WITH_BANK' | 'FINISHED';
};

/** Reports of the contracts that run or ran. */
export const DEMO_REPORTS: readonly DemoReport[] = [
  { number: 1, inception: -120, interim: 40, final: 200, state: 'ON_TIME' },
  { number: 4, inception: -90, interim: 12, final: 180, state: 'ON_TIME' },
  { number: 8, inception: 25, interim: 150, final: 300, state: 'ON_TIME' },
  { number: 11, inception: -400, interim: -300, final: -150, state: 'FINISHED' },
  { number: 12, inception: -150, interim: -6, final: 120, state: 'LATE' },
  { number: 15, inception: -330, interim: -220, final: -40, state: 'FINISHED' },
  { number: 17, inception: -140, interim: 9, final: 110, state: 'RETURNED' },
  { number: 18, inception: -110, interim: -9, final: 130, state: 'SUBMITTED' },
  { number: 22, inception: -60, interim: 6, final: 260, state: 'WITH_BANK' },
  { number: 23, inception: -380, interim: -280, final: -120, state: 'FINISHED' },
];

/**
 * The five deliverables of the resident expert with the rule of their dates. The PMO names the days;
 * `dueIn` is what it has named in the demo. Source: ibid., section four.
 */
export const EXPERT_DELIVERABLES = [
  {
    kind: 'TOR',
    dueRule: 'PMO_ARRANGEMENT',
    dueIn: null,
    titleZh: '分包任务工作大纲及项目建议书技术方案审核意见',
    titleEn: 'Terms of reference and proposal reviews',
  },
  {
    kind: 'ASSESSMENT',
    dueRule: 'PROJECT_PROGRESS',
    dueIn: null,
    titleZh: '分包项目阶段性技术评估报告',
    titleEn: 'Stage technical assessment reports',
  },
  {
    kind: 'PROGRESS',
    dueRule: 'PROJECT_PROGRESS',
    dueIn: 45,
    titleZh: '项目半年度进展报告技术部分',
    titleEn: 'Technical part of the semi-annual progress report',
  },
  {
    kind: 'TRAVEL',
    dueRule: 'PMO_ARRANGEMENT',
    dueIn: 8,
    titleZh: '现场调研报告及出差报告',
    titleEn: 'Site-visit and travel reports',
  },
  {
    kind: 'MEETING_SUMMARY',
    dueRule: 'PMO_ARRANGEMENT',
    dueIn: null,
    titleZh: '各类会议总结报告',
    titleEn: 'Meeting summary reports',
  },
] as const;
