import type { OrganisationKind, Role } from '../../app/domain/people/role.ts';

/** Public on purpose: with the demo loaded the server listens on loopback only. */
export const DEMO_PASSWORD = 'demo-pass-2026';

export const DEMO_ORGANISATIONS = {
  bank: { kind: 'BANK', nameZh: '世界银行（演示）', nameEn: 'World Bank (demo)' },
  firmA: { kind: 'FIRM', nameZh: '甲咨询公司（演示）', nameEn: 'Firm A (demo)' },
  firmB: { kind: 'FIRM', nameZh: '乙研究院（演示）', nameEn: 'Firm B (demo)' },
  otherFirms: { kind: 'FIRM', nameZh: '其他承担单位（演示）', nameEn: 'Other firms (demo)' },
  experts: { kind: 'EXPERT_BODY', nameZh: '外部专家组（演示）', nameEn: 'External experts (demo)' },
  authority: {
    kind: 'AUTHORITY',
    nameZh: '项目主管单位（演示）',
    nameEn: 'Supervising authority (demo)',
  },
} as const satisfies Record<string, { kind: OrganisationKind; nameZh: string; nameEn: string }>;

type DemoAccount = {
  email: string;
  nameZh: string;
  nameEn: string;
  /** `pmo` is the office that every installation has. */
  organisation: keyof typeof DEMO_ORGANISATIONS | 'pmo';
  role: Role;
};

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  account('admin@demo.test', ['系统管理员', 'Administrator'], ['pmo', 'ADMINISTRATOR']),
  account('pmo@demo.test', ['陈主任助理', 'Chen, PMO officer'], ['pmo', 'PMO_OFFICER']),
  account('expert@demo.test', ['李专家', 'Li, resident expert'], ['pmo', 'RESIDENT_EXPERT']),
  account('lead@bank.demo.test', ['莫女士', 'Moreau, task team leader'], ['bank', 'BANK_LEAD']),
  account('reviewer@bank.demo.test', ['里德先生', 'Reed, reviewer'], ['bank', 'BANK_REVIEWER']),
  account('firm-a@demo.test', ['王经理', 'Wang, Firm A'], ['firmA', 'FIRM_MEMBER']),
  account('firm-a2@demo.test', ['赵研究员', 'Zhao, Firm A'], ['firmA', 'FIRM_MEMBER']),
  account('firm-b@demo.test', ['孙研究员', 'Sun, Firm B'], ['firmB', 'FIRM_MEMBER']),
  account(
    'external@demo.test',
    ['周教授', 'Zhou, external expert'],
    ['experts', 'EXTERNAL_EXPERT'],
  ),
  account('observer@demo.test', ['吴处长', 'Wu, observer'], ['authority', 'OBSERVER']),
];

function account(
  email: string,
  [nameZh, nameEn]: [string, string],
  [organisation, role]: [DemoAccount['organisation'], Role],
): DemoAccount {
  return { email, nameZh, nameEn, organisation, role };
}
