import type { Contract, ContractingProcess } from '#server/ocds/contracting-process.ts';

/** A contract that has been through everything. */
export function sampleProcess(): ContractingProcess {
  const title = { zh: '数据质量研究', en: 'Study of data quality' };
  return {
    ocid: 'ocds-test00-PMI-9',
    title,
    parties: [
      {
        id: 'pmo',
        name: { zh: '项目办', en: 'PMO' },
        roles: ['buyer', 'procuringEntity', 'payer'],
      },
      { id: 'firm', name: { zh: '某研究院', en: 'An institute' }, roles: ['supplier', 'payee'] },
    ],
    buyerId: 'pmo',
    planning: {
      at: new Date('2026-01-05T02:00:00Z'),
      project: { id: 'P504267', name: { zh: '项目', en: 'Project' } },
      budget: cny(150_000_029),
      documents: [
        {
          id: 'nol-1',
          type: 'noObjectionCertificate',
          title: { zh: '不反对意见', en: 'No-objection' },
          publishedAt: new Date('2026-02-01T02:00:00Z'),
          url: 'https://dagang.example/documents/1',
        },
      ],
      milestones: [],
    },
    tender: {
      at: new Date('2026-02-10T02:00:00Z'),
      id: 'PMI-9',
      status: 'complete',
      method: 'selective',
      methodDetails: 'CQS',
      value: cny(150_000_029),
      tendererIds: ['firm'],
      documents: [],
      milestones: [
        {
          id: 'm1',
          title: { zh: '短名单', en: 'Shortlist' },
          type: 'preProcurement',
          dueOn: '2026-03-01',
          metAt: null,
          status: 'scheduled',
        },
      ],
    },
    awards: [
      {
        id: 'PMI-9-award',
        at: new Date('2026-04-01T02:00:00Z'),
        status: 'active',
        value: cny(140_000_000),
        supplierIds: ['firm'],
        documents: [],
      },
    ],
    contracts: [sampleContract()],
  };
}

function sampleContract(): Contract {
  return {
    id: 'PMI-9-contract',
    awardId: 'PMI-9-award',
    status: 'terminated',
    value: cny(140_000_000),
    signedOn: '2026-04-15',
    period: { startsOn: '2026-05-01', endsOn: '2027-04-30' },
    documents: [],
    milestones: [
      {
        id: 'd1',
        title: { zh: '启动报告', en: 'Inception report' },
        type: 'reporting',
        dueOn: '2026-06-30',
        metAt: new Date('2026-06-29T02:00:00Z'),
        status: 'met',
      },
    ],
    amendments: [
      {
        id: 'a1',
        at: new Date('2026-08-01T02:00:00Z'),
        description: 'PRICE',
        rationale: 'More provinces',
        value: cny(150_000_000),
        endsOn: '2027-04-30',
      },
      {
        id: 'a2',
        at: new Date('2026-09-01T02:00:00Z'),
        description: 'EXTENSION',
        rationale: 'Later data',
        value: cny(150_000_000),
        endsOn: '2027-09-30',
      },
    ],
    transactions: [
      { id: 'p1', paidOn: '2026-07-15', value: cny(29), payerId: 'pmo', payeeId: 'firm' },
    ],
    terminatedAt: new Date('2026-10-01T02:00:00Z'),
  };
}

function cny(minor: number) {
  return { minor, currency: 'CNY' };
}
