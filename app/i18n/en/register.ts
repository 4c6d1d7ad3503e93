import type {
  AssignmentKind,
  AssignmentRole,
  SelectionMethod,
} from '../../domain/register/assignment.ts';
import type { DeliverableKind, DeliverableState } from '../../domain/register/deliverable.ts';
import type { AssignmentStage, BoardPhase, PipelineStep } from '../../domain/register/stage.ts';
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

const phases = {
  'phase.TOR_DRAFT': 'TOR draft',
  'phase.TOR_REVIEW': 'TOR review',
  'phase.PROCUREMENT': 'Procurement',
  'phase.RUNNING': 'Running',
  'phase.REPORT_REVIEW': 'Report review',
  'phase.CLOSED': 'Closed',
} as const satisfies Record<`phase.${BoardPhase}`, string>;

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

const methods = {
  'method.QCBS': 'Quality- and cost-based selection (QCBS)',
  'method.QBS': 'Quality-based selection (QBS)',
  'method.FBS': 'Fixed-budget selection (FBS)',
  'method.LCS': 'Least-cost selection (LCS)',
  'method.CQS': 'Consultant’s qualifications-based selection (CQS)',
  'method.CDS': 'Direct selection (CDS)',
  'method.INDV': 'Individual consultant selection (INDV)',
} as const satisfies Record<`method.${SelectionMethod}`, string>;

const roles = {
  'role.TOR_LEAD': 'Leads the terms of reference',
  'role.TOR_CONTRIBUTOR': 'Contributes to the terms of reference',
  'role.KEY_COORDINATOR': 'Key coordination',
  'role.TECH_REVIEWER': 'Technical review',
  'role.CONTRACT_MANAGER': 'Contract manager',
} as const satisfies Record<`role.${AssignmentRole}`, string>;

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
  'deliverable-kind.INCEPTION': 'Inception report',
  'deliverable-kind.INTERIM': 'Interim report',
  'deliverable-kind.FINAL': 'Final report',
  'deliverable-kind.TOR': 'Terms of reference',
  'deliverable-kind.PROPOSAL_REVIEW': 'Proposal review',
  'deliverable-kind.ASSESSMENT': 'Stage technical assessment',
  'deliverable-kind.PROGRESS': 'Progress report',
  'deliverable-kind.TRAVEL': 'Travel report',
  'deliverable-kind.MEETING_SUMMARY': 'Meeting summary',
  'deliverable-state.EXPECTED': 'Expected',
  'deliverable-state.SUBMITTED': 'Submitted',
  'deliverable-state.RETURNED': 'Returned',
  'deliverable-state.PMO_ACCEPTED': 'Accepted by the PMO',
  'deliverable-state.ACCEPTED': 'Accepted',
} as const satisfies Record<
  `deliverable-kind.${DeliverableKind}` | `deliverable-state.${DeliverableState}`,
  string
>;

const screens = {
  tabs: 'Pages of this assignment',
  'tab.overview': 'Overview',
  'tab.procurement': 'Procurement',
  'tab.deliverables': 'Deliverables',
  'tab.contract': 'Contract',
  'tab.commitments': 'Commitments',
  'tab.links': 'Data models',
  'tab.activity': 'Activity',
  'column.code': 'Code',
  'column.title': 'Title',
  'column.component': 'Component',
  'column.stage': 'Stage',
  'column.holder': 'Held by',
  'column.next': 'Next deliverable',
  'column.due': 'Due',
  'column.comments': 'Comments',
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
  'page.documents': 'Documents',
  'page.documents.empty': 'No documents yet.',
  'page.documents.started': 'started {date}',
  'page.documents.comments': { one: '{count} open comment', other: '{count} open comments' },
  'page.documents.new': 'New document',
  'page.open': 'Open',
  'page.people': 'People and roles',
  'page.people.empty': 'Nobody has a role here yet.',
  'page.facts': 'Facts',
  'page.facts.edit': 'Correct title or component',
  'page.pipeline': 'Progress of the contract',
} as const;

export const register = {
  ...stages,
  ...phases,
  ...steps,
  ...kinds,
  ...methods,
  ...roles,
  ...personRoles,
  ...documentKinds,
  ...deliverables,
  ...screens,
} as const;
