/** Kinds of assignment. The values are part of the REST contract. */
export const ASSIGNMENT_KINDS = ['SUBCONTRACT', 'INDIVIDUAL'] as const;
export type AssignmentKind = (typeof ASSIGNMENT_KINDS)[number];

/** World Bank selection methods, as printed by STEP. */
export const SELECTION_METHODS = ['QCBS', 'QBS', 'FBS', 'LCS', 'CQS', 'CDS', 'INDV'] as const;
export type SelectionMethod = (typeof SELECTION_METHODS)[number];

/** Whether the Bank reviews the procurement before each step or after the contract. */
export const PROCUREMENT_REVIEWS = ['PRIOR', 'POST'] as const;
export type ProcurementReview = (typeof PROCUREMENT_REVIEWS)[number];

/** Roles of a person on one assignment. */
export const ASSIGNMENT_ROLES = [
  'TOR_LEAD',
  'TOR_CONTRIBUTOR',
  'KEY_COORDINATOR',
  'TECH_REVIEWER',
  'CONTRACT_MANAGER',
] as const;
export type AssignmentRole = (typeof ASSIGNMENT_ROLES)[number];

const SUBCONTRACT_CODE = /^PMI-([1-9]|1\d|2[0-6])$/;
const INDIVIDUAL_CODE = /^PMI-[1-9]\d*(-ICS)?$/;

/** PMI-1 to PMI-26 for sub-contracts; individual assignments share the number space freely (I01). */
export function isAssignmentCode(code: string, kind: AssignmentKind): boolean {
  return (kind === 'SUBCONTRACT' ? SUBCONTRACT_CODE : INDIVIDUAL_CODE).test(code);
}

/** The number inside the code, for sorting PMI-2 before PMI-10. */
export function assignmentNumber(code: string): number {
  return Number(/\d+/.exec(code)?.[0] ?? Number.NaN);
}
