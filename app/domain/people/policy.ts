/**
 * The one policy table. Pages, buttons, the API and the sockets all ask `may`; nothing else
 * decides. What the table does not grant is refused, and a refusal to read looks exactly like a
 * thing that does not exist.
 */
import type { DocumentKind } from '../documents/document-kind.ts';
import type { Person } from './person.ts';
import type { Role } from './role.ts';

/** `lock` is to end and begin again the editing of a text. */
export type Action = 'read' | 'comment' | 'edit' | 'create' | 'lock';

/** How the person's side stands to the assignment that a resource belongs to. */
export type Standing = {
  /** Organisations that hold the assignment. */
  holderOrganisationIds: readonly string[];
  /** People invited to the assignment by name. */
  invitedPersonIds: readonly string[];
};

export type Resource =
  | ({ type: 'assignment' } & Standing)
  | ({ type: 'document'; kind: DocumentKind; isLocked: boolean } & Standing)
  /** Accounts, organisations and memberships. */
  | { type: 'people' };

/** On which assignments a grant holds: any, those held by the person's firm, those invited to. */
type Scope = 'any' | 'held' | 'invited';
type Grants = Partial<Record<Action, Scope>>;
type ResourceGroup =
  | 'assignment'
  | 'tor'
  | 'proposal'
  | 'report'
  | 'assessment'
  | 'project-report'
  | 'meeting'
  | 'people';

const ALL: Grants = { read: 'any', comment: 'any', edit: 'any', create: 'any', lock: 'any' };
const REVIEW: Grants = { read: 'any', comment: 'any' };
const READ: Grants = { read: 'any' };
const OWN_WORK: Grants = { read: 'held', comment: 'held', edit: 'held', create: 'held' };

const POLICY: Record<Role, Partial<Record<ResourceGroup, Grants>>> = {
  ADMINISTRATOR: {
    assignment: { read: 'any', edit: 'any' },
    tor: READ,
    proposal: READ,
    report: READ,
    assessment: READ,
    'project-report': READ,
    meeting: READ,
    people: { read: 'any', edit: 'any', create: 'any' },
  },
  PMO_OFFICER: {
    assignment: { read: 'any', edit: 'any' },
    tor: ALL,
    proposal: ALL,
    report: ALL,
    assessment: ALL,
    'project-report': ALL,
    meeting: ALL,
  },
  RESIDENT_EXPERT: {
    assignment: READ,
    tor: ALL,
    proposal: REVIEW,
    report: REVIEW,
    assessment: ALL,
    'project-report': ALL,
    meeting: ALL,
  },
  BANK_LEAD: {
    assignment: READ,
    tor: REVIEW,
    proposal: REVIEW,
    report: REVIEW,
    assessment: REVIEW,
    'project-report': REVIEW,
    meeting: REVIEW,
  },
  BANK_REVIEWER: {
    assignment: READ,
    tor: REVIEW,
    proposal: REVIEW,
    report: REVIEW,
    assessment: REVIEW,
    'project-report': REVIEW,
    meeting: REVIEW,
  },
  FIRM_MEMBER: {
    assignment: { read: 'held' },
    tor: { read: 'held' },
    proposal: OWN_WORK,
    report: OWN_WORK,
  },
  EXTERNAL_EXPERT: {
    assignment: { read: 'invited' },
    tor: { read: 'invited' },
    report: { read: 'invited', comment: 'invited' },
  },
  OBSERVER: {
    assignment: READ,
    tor: READ,
    report: READ,
    'project-report': READ,
    meeting: READ,
  },
};

/**
 * Whose unsaved edits may wait on the own device, encrypted, until they are stored. Guests of the
 * project come with devices that nobody here knows.
 */
const KEEPS_ON_DEVICE: Record<Role, boolean> = {
  ADMINISTRATOR: true,
  PMO_OFFICER: true,
  RESIDENT_EXPERT: true,
  BANK_LEAD: true,
  BANK_REVIEWER: true,
  FIRM_MEMBER: true,
  EXTERNAL_EXPERT: false,
  OBSERVER: false,
};

/** Whether the browser of `person` may keep unsaved edits; the strictest membership decides. */
export function mayKeepOnDevice(person: Person): boolean {
  return person.memberships.every(({ role }) => KEEPS_ON_DEVICE[role]);
}

/** Whether `person` may do `action` to `resource` now. */
export function may(person: Person, action: Action, resource: Resource): boolean {
  // Nobody changes a locked text; who may lock may also open it again.
  if (action === 'edit' && resource.type === 'document' && resource.isLocked) return false;
  return person.memberships.some((membership) => {
    const scope = POLICY[membership.role][groupOf(resource)]?.[action];
    if (scope === undefined) return false;
    if (scope === 'any' || resource.type === 'people') return scope === 'any';
    return scope === 'held'
      ? resource.holderOrganisationIds.includes(membership.organisationId)
      : resource.invitedPersonIds.includes(person.id);
  });
}

function groupOf(resource: Resource): ResourceGroup {
  return resource.type === 'document' ? DOCUMENT_GROUPS[resource.kind] : resource.type;
}

const DOCUMENT_GROUPS: Record<DocumentKind, ResourceGroup> = {
  TOR: 'tor',
  PROPOSAL: 'proposal',
  PROPOSAL_REVIEW: 'assessment',
  INCEPTION_REPORT: 'report',
  INTERIM_REPORT: 'report',
  FINAL_REPORT: 'report',
  ASSESSMENT: 'assessment',
  PROGRESS_REPORT: 'project-report',
  TRAVEL_REPORT: 'project-report',
  MEETING_AGENDA: 'meeting',
  MEETING_MINUTES: 'meeting',
  MEETING_SUMMARY: 'meeting',
};

/** A thread in the lane of an institution is seen by that institution's people only. */
export function maySeeThread(
  person: Person,
  thread: { visibility: 'ALL' | 'INSTITUTION'; authorOrganisationId: string },
): boolean {
  return (
    thread.visibility === 'ALL' ||
    person.memberships.some(
      (membership) => membership.organisationId === thread.authorOrganisationId,
    )
  );
}

/** Whether the person belongs to the side that raised a thread: only that side closes it. */
export function isOfRaisingSide(person: Person, thread: { authorOrganisationId: string }): boolean {
  return person.memberships.some(
    (membership) => membership.organisationId === thread.authorOrganisationId,
  );
}
