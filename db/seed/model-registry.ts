/**
 * The registry of the data models as far as the sources name them: what records can be linked to
 * before the models themselves are there. Titles of sources are those of the documents read.
 */
import type { Model, ModelElementKind } from '../../app/domain/models/model.ts';

/** Kind, key, title zh and en, source, and where it has figures their unit. */
type Row = readonly [ModelElementKind, string, string, string, string, string?];

const REGULATION = '《碳排放权交易管理暂行条例》（国令第775号）';
const MEASURES = '《碳排放权交易管理办法（试行）》';
const ALLOCATION_PLANS = '2023、2024年度配额方案';
const VERIFICATION_GUIDE = '企业温室气体排放核查技术指南';
const JIANGXI_PLAN = '江西省落实全国碳排放权交易市场建设工作实施方案（2016）';
const SHANGHAI_NOTES = '上海市碳排放核查第三方机构监管和考评细则起草说明';
const INCLUSION_PLAN = '上海市碳普惠体系建设工作方案（沪环气〔2022〕211号）';
const SERVICE_CATALOGUE = '碳资产管理委员会会员等级与服务目录（2017）';

const ETS: readonly Row[] = [
  ['TABLE', 'authority', '主管部门', 'Authorities by level', MEASURES],
  ['TABLE', 'regime', '制度阶段', 'Regimes with effective dates', REGULATION],
  ['TABLE', 'sector', '行业', 'Sectors covered', MEASURES],
  ['TABLE', 'entity', '重点排放单位', 'Key emitting entities', MEASURES],
  ['FIELD', 'entity.uscc', '统一社会信用代码', 'Unified social credit code', MEASURES],
  ['TABLE', 'facility', '设施', 'Facilities of an entity', ALLOCATION_PLANS],
  ['TABLE', 'annual-figure', '年度能耗与排放', 'Annual energy and emissions', JIANGXI_PLAN],
  [
    'FIELD',
    'annual-figure.energy',
    '综合能源消费量',
    'Comprehensive energy consumption',
    JIANGXI_PLAN,
    'tce',
  ],
  [
    'FIELD',
    'annual-figure.emission',
    '温室气体排放量',
    'Greenhouse gas emissions',
    MEASURES,
    'tCO2e',
  ],
  ['RULE', 'screening.2016', '纳入筛选规则（2016）', 'Screening rule of 2016', JIANGXI_PLAN, 'tce'],
  ['RULE', 'screening.national', '纳入门槛', 'National inclusion threshold', MEASURES, 'tCO2e'],
  ['RULE', 'removal.national', '移出名录规则', 'Removal from the list', MEASURES],
  ['TABLE', 'entity-list', '重点排放单位名录', 'Lists of key emitting entities by year', MEASURES],
  ['TABLE', 'monitoring-plan', '数据质量控制方案', 'Data quality control plans', MEASURES],
  ['TABLE', 'monthly-filing', '月度信息化存证', 'Monthly filings', MEASURES],
  ['RULE', 'monthly-filing.clock', '月度存证期限', 'Deadline of monthly filing', MEASURES, 'd'],
  ['TABLE', 'emission-report', '排放报告', 'Emission reports', MEASURES],
  [
    'STATE_MACHINE',
    'emission-report.states',
    '排放报告状态',
    'States of an emission report',
    MEASURES,
  ],
  ['TABLE', 'verification', '核查', 'Verifications', VERIFICATION_GUIDE],
  [
    'STATE_MACHINE',
    'verification.steps',
    '核查八步',
    'The eight steps of verification',
    VERIFICATION_GUIDE,
  ],
  [
    'TABLE',
    'non-conformity',
    '不符合项',
    'Non-conformities in eight categories',
    VERIFICATION_GUIDE,
  ],
  ['RULE', 'conservative-estimate', '保守性估算', 'Conservative estimate', VERIFICATION_GUIDE],
  [
    'RULE',
    'result-review.clock',
    '复核申请与答复期限',
    'Clock of a review on request',
    MEASURES,
    'd',
  ],
  ['TABLE', 're-check', '复查', 'Re-checks', VERIFICATION_GUIDE],
  ['TABLE', 'allocation-plan', '配额分配方案', 'Allocation plans', ALLOCATION_PLANS],
  [
    'RULE',
    'allocation.benchmark',
    '基准值法',
    'Benchmark allocation (power)',
    ALLOCATION_PLANS,
    'tCO2/MWh',
  ],
  ['RULE', 'allocation.heat', '供热基准值', 'Heat benchmark', ALLOCATION_PLANS, 'tCO2/GJ'],
  ['RULE', 'allocation.peak-load', '调峰修正系数', 'Peak-load correction factor', ALLOCATION_PLANS],
  [
    'RULE',
    'allocation.intensity',
    '碳强度系数法',
    'Intensity coefficient (steel, cement, aluminium)',
    ALLOCATION_PLANS,
  ],
  [
    'INDICATOR',
    'allocation.balance-value',
    '平衡值',
    'Balance value of a sector',
    ALLOCATION_PLANS,
  ],
  [
    'RULE',
    'allocation.floor',
    '缺口上限（80%）',
    'Floor of final allocation (80 %)',
    ALLOCATION_PLANS,
    '%',
  ],
  ['TABLE', 'allocation', '配额', 'Allocations by entity and year', ALLOCATION_PLANS, 'tCO2e'],
  [
    'STATE_MACHINE',
    'allocation.states',
    '配额核发状态',
    'States of an allocation',
    ALLOCATION_PLANS,
  ],
  ['TABLE', 'registry-account', '登记账户', 'Registry accounts', REGULATION],
  ['TABLE', 'ledger', '登记流水', 'Ledger entries', REGULATION, 'tCO2e'],
  ['TABLE', 'trade', '交易', 'Trades', REGULATION],
  ['TABLE', 'surrender', '配额清缴', 'Surrender', REGULATION, 'tCO2e'],
  ['RULE', 'surrender.deadline', '清缴截止日', 'Surrender deadline', ALLOCATION_PLANS],
  ['RULE', 'offset.limit', '抵销上限（5%）', 'Offset limit (5 %)', MEASURES, '%'],
  ['RULE', 'carry-over', '结转规则', 'Carry-over rule', ALLOCATION_PLANS],
  ['TABLE', 'compliance', '履约', 'Compliance by entity and year', REGULATION],
  ['RULE', 'penalty', '罚则', 'Penalty rules by regime', REGULATION],
  ['INDICATOR', 'compliance.rate', '履约完成率', 'Completion of compliance', REGULATION, '%'],
  ['TABLE', 'training', '能力建设培训', 'Training by audience', JIANGXI_PLAN],
  ['TABLE', 'policy-document', '政策文件', 'Policy documents', JIANGXI_PLAN],
];

const VERIFIER: readonly Row[] = [
  ['TABLE', 'body', '核查机构', 'Verification bodies', SHANGHAI_NOTES],
  ['TABLE', 'scope', '核查领域', 'Scopes of a body', SHANGHAI_NOTES],
  ['TABLE', 'personnel', '核查人员', 'Personnel of a body', SHANGHAI_NOTES],
  ['TABLE', 'certificate', '核查证', 'Certificates', SHANGHAI_NOTES],
  ['TABLE', 'exam', '培训与考试', 'Training and exams', SHANGHAI_NOTES],
  ['TABLE', 'tender-lot', '标段', 'Lots of the open tender', SHANGHAI_NOTES],
  ['TABLE', 'task-package', '任务包', 'Task packages', SHANGHAI_NOTES],
  ['TABLE', 'assessment-group', '考评小组', 'Assessment groups', SHANGHAI_NOTES],
  ['TABLE', 'inspection', '现场检查', 'Inspections', SHANGHAI_NOTES],
  ['RULE', 'inspection.draw', '随机抽取', 'Random draw', SHANGHAI_NOTES],
  ['TABLE', 'scoring-rule-set', '记分细则', 'Scoring rule sets by jurisdiction', SHANGHAI_NOTES],
  ['TABLE', 'deduction', '扣分', 'Deductions with evidence', SHANGHAI_NOTES, '分'],
  ['TABLE', 'annual-assessment', '年度考评', 'Annual assessments', SHANGHAI_NOTES],
  ['STATE_MACHINE', 'body.states', '核查机构状态', 'States of a body', SHANGHAI_NOTES],
  ['INDICATOR', 'score', '考评得分', 'Score from 100 points', SHANGHAI_NOTES, '分'],
  ['RULE', 'grades', '三档评级', 'Three grades', SHANGHAI_NOTES],
  ['RULE', 'blacklist', '黑名单（五年）', 'Blacklist for five years', SHANGHAI_NOTES, 'a'],
  ['RULE', 'conflict', '利益冲突规则', 'Conflict rules', MEASURES],
  ['TABLE', 'appeal', '申诉', 'Appeals', SHANGHAI_NOTES],
];

const INCLUSION: readonly Row[] = [
  ['TABLE', 'work-plan-task', '工作方案任务', 'Tasks of the work plan', INCLUSION_PLAN],
  ['TABLE', 'methodology', '方法学', 'Methodologies', INCLUSION_PLAN],
  ['TABLE', 'project', '减排项目', 'Reduction projects', INCLUSION_PLAN],
  ['TABLE', 'scenario', '减排场景', 'Reduction scenarios', INCLUSION_PLAN],
  ['TABLE', 'issuance', '签发', 'Issuances', INCLUSION_PLAN, 'g'],
  ['TABLE', 'carbon-account', '个人碳账户', 'Personal carbon accounts', INCLUSION_PLAN],
  ['TABLE', 'channel', '消纳渠道', 'Consumption channels', INCLUSION_PLAN],
  ['RULE', 'exclusion', '重复计算检查', 'Double-counting check', INCLUSION_PLAN],
  ['STATE_MACHINE', 'reduction.states', '减排量状态', 'States of a reduction', INCLUSION_PLAN],
];

const SERVICE: readonly Row[] = [
  ['TABLE', 'tier', '会员等级', 'Membership tiers', SERVICE_CATALOGUE],
  ['TABLE', 'service', '服务', 'Services', SERVICE_CATALOGUE],
  ['TABLE', 'entitlement', '权益', 'Entitlements', SERVICE_CATALOGUE],
  ['TABLE', 'workflow', '服务流程', 'Workflows in working days', SERVICE_CATALOGUE, 'd'],
  ['TABLE', 'case', '服务事项', 'Cases', SERVICE_CATALOGUE],
];

export const MODEL_REGISTRY: Record<Model, readonly Row[]> = { ETS, VERIFIER, INCLUSION, SERVICE };

/** What an element means where its title does not say it, by model and key. */
export const MEANINGS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'ETS screening.2016': [
    '2013至2015年任一年综合能源消费量达到1万吨标准煤',
    'Any year of 2013 to 2015 with at least 10,000 tonnes of coal equivalent',
  ],
  'ETS screening.national': [
    '年度排放达到2.6万吨二氧化碳当量',
    'At least 26,000 tonnes of CO2 equivalent in a year',
  ],
  'ETS removal.national': [
    '连续两年低于门槛，或停业关闭',
    'Two consecutive years below the threshold, or closed',
  ],
  'VERIFIER inspection.draw': ['种子公开，结果可重现', 'From a published seed, reproducible'],
  'VERIFIER scoring-rule-set': [
    '所附条目为示例，非官方',
    'Shipped items are illustrative, not official',
  ],
};

/** The eight sectors of the national ETS plan, as instances of `ETS sector`. */
export const SECTORS: readonly (readonly [key: string, zh: string, en: string])[] = [
  ['petrochemical', '石化', 'Petrochemicals'],
  ['chemical', '化工', 'Chemicals'],
  ['building-materials', '建材', 'Building materials'],
  ['steel', '钢铁', 'Iron and steel'],
  ['non-ferrous', '有色', 'Non-ferrous metals'],
  ['paper', '造纸', 'Paper'],
  ['power', '电力', 'Power'],
  ['aviation', '航空', 'Aviation'],
];
