import type { AssignmentKind } from '../../domain/register/assignment.ts';
import type { DeliverableState } from '../../domain/register/deliverable.ts';
import type { AssignmentStage, PipelineStep } from '../../domain/register/stage.ts';
import type { Role } from '../../domain/people/role.ts';
import type { DocumentKind } from '../../domain/documents/document-kind.ts';

const stages = {
  'stage.PLANNED': 'Planned',
  'stage.TOR_DRAFT': 'Terms of reference in draft',
  'stage.TOR_REVIEW': 'Terms of reference in review',
  'stage.TOR_CLEARED': 'Terms of reference cleared',
  'stage.ADVERTISED': 'Advertised',
  'stage.LIMITED': 'Known candidates asked',
  'stage.INVITED': 'Invited directly',
  'stage.SHORTLISTED': 'Shortlisted',
  'stage.QUALIFIED': 'Qualifications evaluated',
  'stage.ONE_INVITED': 'Best qualified firm invited',
  'stage.RFP_ISSUED': 'Request for proposals issued',
  'stage.PROPOSALS_RECEIVED': 'Proposals received',
  'stage.TECH_EVALUATED': 'Technical evaluation done',
  'stage.COMBINED_EVALUATED': 'Combined evaluation done',
  'stage.COMPARED': 'Candidates compared',
  'stage.NEGOTIATION': 'Negotiation',
  'stage.SIGNED': 'Signed',
  'stage.IMPLEMENTING': 'Running',
  'stage.COMPLETED': 'Completed',
  'stage.CLOSED': 'Closed',
  'stage.CANCELLED': 'Cancelled',
  'stage.TERMINATED': 'Terminated',
} as const satisfies Record<`stage.${AssignmentStage}`, string>;

const steps = {
  'step.TOR': 'Terms of reference',
  'step.PROCUREMENT': 'Procurement',
  'step.SIGNED': 'Signed',
  'step.RUNNING': 'Running',
  'step.COMPLETED': 'Completed',
  'step.CLOSED': 'Closed',
} as const satisfies Record<`step.${PipelineStep}`, string>;

const kinds = {
  'kind.SUBCONTRACT': 'Sub-contract',
  'kind.INDIVIDUAL': 'Individual assignment',
} as const satisfies Record<`kind.${AssignmentKind}`, string>;

const personRoles = {
  'person-role.ADMINISTRATOR': 'Administrator',
  'person-role.PMO_OFFICER': 'PMO officer',
  'person-role.RESIDENT_EXPERT': 'Resident expert',
  'person-role.BANK_LEAD': 'World Bank lead',
  'person-role.BANK_REVIEWER': 'World Bank reviewer',
  'person-role.FIRM_MEMBER': 'Subcontractor',
  'person-role.EXTERNAL_EXPERT': 'External expert',
  'person-role.OBSERVER': 'Observer',
} as const satisfies Record<`person-role.${Role}`, string>;

const documentKinds = {
  'document-kind.TOR': 'Terms of reference',
  'document-kind.PROPOSAL': 'Technical proposal',
  'document-kind.PROPOSAL_REVIEW': 'Proposal review',
  'document-kind.SHORTLIST_REPORT': 'Shortlist report',
  'document-kind.RFP': 'Request for proposals',
  'document-kind.EVALUATION_REPORT': 'Evaluation report',
  'document-kind.CONTRACT': 'Contract',
  'document-kind.CONTRACT_AMENDMENT': 'Contract amendment',
  'document-kind.INCEPTION_REPORT': 'Inception report',
  'document-kind.INTERIM_REPORT': 'Interim report',
  'document-kind.FINAL_REPORT': 'Final report',
  'document-kind.ASSESSMENT': 'Stage technical assessment',
  'document-kind.PROGRESS_REPORT': 'Semi-annual progress report',
  'document-kind.TRAVEL_REPORT': 'Site-visit and travel report',
  'document-kind.MEETING_AGENDA': 'Meeting agenda',
  'document-kind.MEETING_MINUTES': 'Meeting minutes',
  'document-kind.MEETING_SUMMARY': 'Meeting summary',
} as const satisfies Record<`document-kind.${DocumentKind}`, string>;

const deliverables = {
  'deliverable-state.EXPECTED': 'Expected',
  'deliverable-state.SUBMITTED': 'Submitted',
  'deliverable-state.RETURNED': 'Returned',
  'deliverable-state.PMO_ACCEPTED': 'Accepted by the PMO',
  'deliverable-state.ACCEPTED': 'Accepted',
} as const satisfies Record<`deliverable-state.${DeliverableState}`, string>;

const screens = {
  tabs: 'Pages of this assignment',
  'tab.overview': 'Overview',
  'tab.procurement': 'Procurement',
  'tab.deliverables': 'Deliverables',
  'tab.contract': 'Contract',
  'tab.commitments': 'Commitments',
  'tab.links': 'Data models',
  'tab.activity': 'Activity',
  'column.due': 'Due',
  'column.no': 'No.',
  'column.deliverable': 'Deliverable',
  'column.state': 'State',
  'days-late': { one: '{count} day late', other: '{count} days late' },
  'days-left': { one: 'in {count} day', other: 'in {count} days' },
  'days-late.short': '{count} d late',
  'days-left.short': '{count} d',
  'due-today': 'today',
  'no-date': 'date not set',
  assumed: 'assumed',
  'assumed.explanation': 'Not in the public record; set here as an assumption.',
  'page.deliverables': 'Deliverables',
  'page.deliverables.empty': 'No deliverables are registered yet.',
  'page.deliverables.of': 'Deliverable {no} of {count}',
  'page.returned-because': 'Returned: {reason}',
  'page.pipeline': 'Progress of the contract',
} as const;

export const register = {
  ...stages,
  ...steps,
  ...kinds,
  ...personRoles,
  ...documentKinds,
  ...deliverables,
  ...screens,
} as const;
