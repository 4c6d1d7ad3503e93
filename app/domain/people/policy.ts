/**
 * The one policy table. Pages, buttons, the API and the sockets all ask `may`; nothing else
 * decides. What the table does not grant is refused, and a refusal to read looks exactly like a
 * thing that does not exist.
 */
import type { DocumentKind } from '../documents/document-kind.ts';
import type { Person } from './person.ts';
import {
  groupOf,
  type AssignmentPart,
  type ProjectPart,
  type ResourceGroup,
  type ResourceKind,
} from './resource-group.ts';
import type { Role } from './role.ts';

export type { AssignmentPart, ProjectPart, ResourceKind } from './resource-group.ts';

/**
 * `lock` is to end and begin again the editing of a text; `submit` to hand in a deliverable or ask
 * for more time; `accept` to accept or return one; `evaluate` to score candidates and check
 * commitments; `decide` to give or hold a no-objection; `agree` to agree to an amendment for one's
 * side; `link` to tie a record to a data model.
 */
export type Action =
  | 'read'
  | 'comment'
  | 'edit'
  | 'create'
  | 'lock'
  | 'submit'
  | 'accept'
  | 'evaluate'
  | 'decide'
  | 'agree'
  | 'link';

/** How the person's side stands to the assignment that a resource belongs to. */
export type Standing = {
  /** Organisations that hold the assignment. */
  holderOrganisationIds: readonly string[];
  /** People who hold the assignment themselves: individual consultants. */
  holderPersonIds: readonly string[];
  /** People invited to the assignment by name. */
  invitedPersonIds: readonly string[];
};

export type Resource =
  | ({ type: 'assignment' } & Standing)
  | ({ type: 'document'; kind: DocumentKind; isLocked: boolean } & Standing)
  | ({ type: AssignmentPart } & Standing)
  /** What belongs to no assignment. */
  | { type: ProjectPart };

/**
 * On which assignments a grant holds: any, those that the person or the person's firm holds, any
 * but those (nobody looks into the procurement of the own contract), those invited to.
 */
export type Scope = 'any' | 'held' | 'not-held' | 'invited';
type Grants = Partial<Record<Action, Scope>>;

const ALL: Grants = { read: 'any', comment: 'any', edit: 'any', create: 'any', lock: 'any' };
const REVIEW: Grants = { read: 'any', comment: 'any' };
const READ: Grants = { read: 'any' };
const OTHERS_ONLY: Grants = { read: 'not-held', comment: 'not-held' };
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
    deliverable: READ,
    'record-link': READ,
    rules: { read: 'any', edit: 'any' },
    models: READ,
    audit: READ,
  },
  PMO_OFFICER: {
    assignment: { read: 'any', edit: 'any', create: 'any' },
    procurement: { read: 'any', edit: 'any', evaluate: 'any' },
    'no-objection': { read: 'any', create: 'any' },
    contract: { read: 'any', edit: 'any', agree: 'any' },
    commitment: { read: 'any', edit: 'any', evaluate: 'any' },
    deliverable: { read: 'any', edit: 'any', accept: 'any' },
    'record-link': { read: 'any', link: 'any' },
    rules: { read: 'any', edit: 'any' },
    models: READ,
    audit: READ,
    'procurement-text': ALL,
    'contract-text': ALL,
    tor: ALL,
    proposal: ALL,
    report: ALL,
    assessment: ALL,
    'project-report': ALL,
    meeting: ALL,
  },
  RESIDENT_EXPERT: {
    assignment: READ,
    procurement: { read: 'not-held', evaluate: 'not-held' },
    'no-objection': { read: 'not-held', create: 'not-held' },
    contract: { read: 'any', agree: 'held' },
    commitment: { read: 'any', evaluate: 'not-held' },
    deliverable: { read: 'any', submit: 'held' },
    'record-link': { read: 'any', link: 'any' },
    rules: READ,
    models: READ,
    'procurement-text': OTHERS_ONLY,
    'contract-text': READ,
    tor: ALL,
    proposal: REVIEW,
    report: REVIEW,
    assessment: ALL,
    'project-report': ALL,
    meeting: ALL,
  },
  BANK_LEAD: {
    assignment: READ,
    procurement: READ,
    'no-objection': { read: 'any', decide: 'any' },
    contract: READ,
    commitment: READ,
    deliverable: { read: 'any', accept: 'any' },
    'record-link': { read: 'any', link: 'any' },
    rules: READ,
    models: READ,
    'procurement-text': REVIEW,
    'contract-text': REVIEW,
    tor: REVIEW,
    proposal: REVIEW,
    report: REVIEW,
    assessment: REVIEW,
    'project-report': REVIEW,
    meeting: REVIEW,
  },
  BANK_REVIEWER: {
    assignment: READ,
    procurement: READ,
    'no-objection': READ,
    contract: READ,
    commitment: READ,
    deliverable: READ,
    'record-link': { read: 'any', link: 'any' },
    rules: READ,
    models: READ,
    'procurement-text': REVIEW,
    'contract-text': REVIEW,
    tor: REVIEW,
    proposal: REVIEW,
    report: REVIEW,
    assessment: REVIEW,
    'project-report': REVIEW,
    meeting: REVIEW,
  },
  FIRM_MEMBER: {
    assignment: { read: 'held' },
    contract: { read: 'held', agree: 'held' },
    commitment: { read: 'held' },
    deliverable: { read: 'held', submit: 'held' },
    'record-link': { read: 'held', link: 'held' },
    rules: READ,
    models: READ,
    'contract-text': { read: 'held' },
    tor: { read: 'held' },
    proposal: OWN_WORK,
    report: OWN_WORK,
  },
  EXTERNAL_EXPERT: {
    assignment: { read: 'invited' },
    deliverable: { read: 'invited' },
    'record-link': { read: 'invited' },
    models: READ,
    tor: { read: 'invited' },
    report: { read: 'invited', comment: 'invited' },
  },
  OBSERVER: {
    assignment: READ,
    contract: READ,
    commitment: READ,
    deliverable: READ,
    'record-link': READ,
    rules: READ,
    models: READ,
    tor: READ,
    report: READ,
    'project-report': READ,
    meeting: READ,
  },
};

/** Whether `person` may do `action` to `resource` now. */
export function may(person: Person, action: Action, resource: Resource): boolean {
  // Nobody changes a locked text; who may lock may also open it again.
  if (action === 'edit' && resource.type === 'document' && resource.isLocked) return false;
  return grantsOf(person, action, resource).some(({ scope, organisationIds }) => {
    if (scope === 'any') return true;
    if (!('holderPersonIds' in resource)) return false;
    if (scope === 'invited') return resource.invitedPersonIds.includes(person.id);
    const isHeld =
      resource.holderPersonIds.includes(person.id) ||
      organisationIds.some((id) => resource.holderOrganisationIds.includes(id));
    return isHeld === (scope === 'held');
  });
}

/** What the table grants to one membership, and the organisations that count as holding. */
export type Grant = { scope: Scope; organisationIds: readonly string[] };

/** Every grant of the table that speaks for `person`. `may` is true where one of them holds. */
export function grantsOf(person: Person, action: Action, resource: ResourceKind): Grant[] {
  const all = person.memberships.map(({ organisationId }) => organisationId);
  return person.memberships.flatMap(({ role, organisationId }) => {
    const scope = POLICY[role][groupOf(resource)]?.[action];
    if (scope === undefined) return [];
    return [{ scope, organisationIds: scope === 'held' ? [organisationId] : all }];
  });
}

/** The side for which the person accepts or returns deliverables, or null for neither. */
export function acceptingSideOf(person: Person): 'PMO' | 'BANK' | null {
  const roles = person.memberships.map(({ role }) => role);
  if (roles.includes('PMO_OFFICER')) return 'PMO';
  return roles.includes('BANK_LEAD') ? 'BANK' : null;
}

/** The side of a contract for which the person agrees, or null for neither. */
export function contractPartyOf(
  person: Person,
  standing: Standing,
): 'CLIENT' | 'CONSULTANT' | null {
  if (!may(person, 'agree', { type: 'contract', ...standing })) return null;
  return may(person, 'edit', { type: 'contract', ...standing }) ? 'CLIENT' : 'CONSULTANT';
}

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
