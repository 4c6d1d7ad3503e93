/** What the demo proposals promise, and how it stood at the reports that were accepted. */
import type { CommitmentKind, CommitmentResult } from '../../app/domain/contract/contract.ts';
import type { Transaction } from '../client.ts';
import { newId } from '../new-id.ts';
import { insertCommitment, insertCommitmentCheck } from '../queries/commitments.ts';
import { findContractDeliverables } from '../queries/contract-deliverables.ts';
import type { DemoKeys } from './demo.ts';

type DemoCheck = { result: CommitmentResult; reached?: string; evidence?: string };

type DemoCommitment = {
  kind: CommitmentKind;
  textZh: string;
  textEn: string;
  targetValue?: string;
  unit?: string;
  /** At inception and interim report, as far as it was checked. */
  checks: DemoCheck[];
};

export async function seedDemoCommitments(
  tx: Transaction,
  keys: DemoKeys,
  now: Date,
): Promise<void> {
  for (const [code, promised] of Object.entries(DEMO_COMMITMENTS)) {
    const assignmentId = keys.assignment(code);
    const deliverables = await findContractDeliverables(tx, assignmentId);
    for (const [index, { checks, ...commitment }] of promised.entries()) {
      const id = newId();
      await insertCommitment(tx, { id, assignmentId, no: index + 1, ...commitment });
      for (const [place, { result, reached, evidence }] of checks.entries()) {
        await insertCommitmentCheck(tx, {
          id: newId(),
          commitmentId: id,
          deliverableId: deliverables[place]?.id ?? '',
          result,
          reachedValue: reached ?? null,
          evidence: evidence ?? '',
          checkedBy: keys.person('expert@demo.test'),
          checkedAt: now,
        });
      }
    }
  }
}

const NOT_DUE: DemoCheck = { result: 'NOT_DUE' };

const DEMO_COMMITMENTS: Readonly<Record<string, readonly DemoCommitment[]>> = {
  'PMI-4': [
    {
      kind: 'TECHNICAL_ROUTE',
      textZh: '先梳理监管规则，再以三个省份的核查机构试评',
      textEn: 'Rules are reviewed first, then tried on verifiers of three provinces',
      checks: [{ result: 'MET', evidence: '启动报告第 2 章 / Inception report, chapter 2' }],
    },
    {
      kind: 'INDICATOR',
      textZh: '评分指标经不少于 20 家核查机构检验',
      textEn: 'The scoring is tested with at least 20 verifiers',
      targetValue: '20',
      unit: '家 / verifiers',
      checks: [NOT_DUE],
    },
    {
      kind: 'OUTPUTS',
      textZh: '监督管理规则建议稿 1 份、评分模型 1 套、政策简报 2 期',
      textEn: 'One draft rule, one scoring model and two policy briefs',
      targetValue: '4',
      unit: '项 / outputs',
      checks: [
        {
          result: 'PARTLY_MET',
          reached: '1',
          evidence: '启动报告附件 1：规则提纲 / Inception report, annex 1: outline of the rule',
        },
      ],
    },
    {
      kind: 'SCHEDULE',
      textZh: '各报告按合同期限提交',
      textEn: 'Each report is handed in by its due date',
      checks: [{ result: 'MET', evidence: '提交记录 / Record of submission' }],
    },
  ],
  'PMI-17': [
    {
      kind: 'TECHNICAL_ROUTE',
      textZh: '手工法与连续监测同步比对，统一不确定度评定',
      textEn:
        'Manual and continuous measurements are compared side by side, with one way to state uncertainty',
      checks: [
        { result: 'MET', evidence: '启动报告第 3 章 / Inception report, chapter 3' },
        {
          result: 'PARTLY_MET',
          evidence:
            '中期报告第 4 章缺不确定度评定 / Interim report, chapter 4, uncertainty missing',
        },
      ],
    },
    {
      kind: 'INDICATOR',
      textZh: '年排放量相对偏差不超过 5%',
      textEn: 'Annual emissions differ by no more than 5 percent',
      targetValue: '5',
      unit: '%',
      checks: [NOT_DUE, NOT_DUE],
    },
    {
      kind: 'OUTPUTS',
      textZh: '完成 12 台机组的现场比对',
      textEn: 'Twelve units are compared on site',
      targetValue: '12',
      unit: '台 / units',
      checks: [
        NOT_DUE,
        {
          result: 'PARTLY_MET',
          reached: '7',
          evidence: '中期报告表 4 / Interim report, table 4',
        },
      ],
    },
    {
      kind: 'SCHEDULE',
      textZh: '现场比对在最终报告前三个月完成',
      textEn: 'Work on site ends three months before the final report',
      checks: [NOT_DUE],
    },
  ],
};
