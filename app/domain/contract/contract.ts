export const AMENDMENT_KINDS = ['EXTENSION', 'RENEWAL', 'SCOPE', 'PRICE'] as const;
export type AmendmentKind = (typeof AMENDMENT_KINDS)[number];

/** The two sides of a contract: the PMO, and the firm or person that holds it. */
export const CONTRACT_PARTIES = ['CLIENT', 'CONSULTANT'] as const;
export type ContractParty = (typeof CONTRACT_PARTIES)[number];

export const PAYMENT_EVENTS = ['INVOICED', 'RELEASED'] as const;
export type PaymentEvent = (typeof PAYMENT_EVENTS)[number];

/** What the accepted proposal promises; the four kinds of the terms of reference PMI-30-ICS. */
export const COMMITMENT_KINDS = ['TECHNICAL_ROUTE', 'INDICATOR', 'OUTPUTS', 'SCHEDULE'] as const;
export type CommitmentKind = (typeof COMMITMENT_KINDS)[number];

export const COMMITMENT_RESULTS = ['MET', 'PARTLY_MET', 'NOT_MET', 'NOT_DUE'] as const;
export type CommitmentResult = (typeof COMMITMENT_RESULTS)[number];
