/** What a person is in the project, through membership of an organisation. */
export const ROLES = [
  'ADMINISTRATOR',
  'PMO_OFFICER',
  'RESIDENT_EXPERT',
  'BANK_LEAD',
  'BANK_REVIEWER',
  'FIRM_MEMBER',
  'EXTERNAL_EXPERT',
  'OBSERVER',
] as const;
export type Role = (typeof ROLES)[number];

export const ORGANISATION_KINDS = ['PMO', 'BANK', 'AUTHORITY', 'FIRM', 'EXPERT_BODY'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];
