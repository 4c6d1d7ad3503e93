/** A dated point of a contract that is not itself a deliverable; types as in OCDS. */
export const MILESTONE_TYPES = ['APPROVAL', 'REPORTING', 'DELIVERY', 'PAYMENT'] as const;
export type MilestoneType = (typeof MILESTONE_TYPES)[number];

export const MILESTONE_RESULTS = ['MET', 'PARTLY_MET', 'NOT_MET'] as const;
export type MilestoneResult = (typeof MILESTONE_RESULTS)[number];
