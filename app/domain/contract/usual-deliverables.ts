import type { AssignmentKind } from '../register/assignment.ts';
import type { DeliverableKind, DueRule } from '../register/deliverable.ts';
import type { Bilingual } from '../shared/locale.ts';

export type UsualDeliverable = { kind: DeliverableKind; dueRule: DueRule; title: Bilingual };

/**
 * What a contract delivers where nothing else was registered before. A firm's three reports need
 * their days; those of the resident expert follow rules (terms of reference PMI-30-ICS, section
 * four) and stay open until the PMO names a day.
 */
export function usualDeliverables(kind: AssignmentKind): readonly UsualDeliverable[] {
  return kind === 'SUBCONTRACT' ? REPORTS_OF_A_FIRM : WORK_OF_THE_EXPERT;
}

const REPORTS_OF_A_FIRM: readonly UsualDeliverable[] = [
  {
    kind: 'INCEPTION',
    dueRule: 'FIXED_DATE',
    title: { zh: '启动报告', en: 'Inception report' },
  },
  { kind: 'INTERIM', dueRule: 'FIXED_DATE', title: { zh: '中期报告', en: 'Interim report' } },
  { kind: 'FINAL', dueRule: 'FIXED_DATE', title: { zh: '最终报告', en: 'Final report' } },
];

const WORK_OF_THE_EXPERT: readonly UsualDeliverable[] = [
  {
    kind: 'TOR',
    dueRule: 'PMO_ARRANGEMENT',
    title: {
      zh: '分包任务工作大纲及项目建议书技术方案审核意见',
      en: 'Terms of reference and proposal reviews',
    },
  },
  {
    kind: 'ASSESSMENT',
    dueRule: 'PROJECT_PROGRESS',
    title: { zh: '分包项目阶段性技术评估报告', en: 'Stage technical assessment reports' },
  },
  {
    kind: 'PROGRESS',
    dueRule: 'PROJECT_PROGRESS',
    title: {
      zh: '项目半年度进展报告技术部分',
      en: 'Technical part of the semi-annual progress report',
    },
  },
  {
    kind: 'TRAVEL',
    dueRule: 'PMO_ARRANGEMENT',
    title: { zh: '现场调研报告及出差报告', en: 'Site-visit and travel reports' },
  },
  {
    kind: 'MEETING_SUMMARY',
    dueRule: 'PMO_ARRANGEMENT',
    title: { zh: '各类会议总结报告', en: 'Meeting summary reports' },
  },
];
