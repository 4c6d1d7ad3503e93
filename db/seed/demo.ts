/** Loads the demo project into an empty database, in one transaction. */
import { inTransaction } from '../connection.ts';
import type { Transaction } from '../client.ts';
import { newId } from '../new-id.ts';
import { findComponents } from '../queries/assignments.ts';
import { findPmo, insertPerson } from '../queries/people.ts';
import { organisations } from '../schema/people.ts';
import {
  assignmentHolders,
  assignmentInvitations,
  assignmentRoles,
  assignments,
  projects,
} from '../schema/register.ts';
import { seedDemoContracts } from './demo-contracts.ts';
import { seedDemoDeliverables } from './demo-deliverables.ts';
import { seedDemoCandidates } from './demo-candidates.ts';
import { seedDemoDocuments } from './demo-documents.ts';
import { seedDemoNoObjections } from './demo-no-objections.ts';
import { DEMO_ACCOUNTS, DEMO_ORGANISATIONS } from './demo-people.ts';
import {
  DEMO_ASSIGNMENTS,
  EXPERT_KEY_COORDINATIONS,
  EXPERT_LEADS,
  type DemoAssignment,
} from './demo-register.ts';
import { seedDemoTransitions } from './demo-transitions.ts';

/** Keys of what was made, by the names that the demo data uses. */
export type DemoKeys = {
  person: (email: string) => string;
  organisation: (name: string) => string;
  assignment: (code: string) => string;
};

export async function seedDemo(options: { passwordHash: string; now: Date }): Promise<void> {
  await inTransaction(async (tx) => {
    const organisationIds = await seedOrganisations(tx);
    const personIds = await seedPeople(tx, { ...options, organisationIds });
    const assignmentIds = await seedAssignments(tx);
    const keys: DemoKeys = {
      person: keyIn(personIds),
      organisation: keyIn(organisationIds),
      assignment: keyIn(assignmentIds),
    };
    await seedRoles(tx, keys);
    await seedHolders(tx, keys, options.now);
    await seedDemoDeliverables(tx, keys, options.now);
    await seedDemoContracts(tx, keys, options.now);
    await seedDemoDocuments(tx, keys, options.now);
    await seedDemoTransitions(tx, keys, options.now);
    await seedDemoCandidates(tx, keys, options.now);
    await seedDemoNoObjections(tx, keys, options.now);
  });
}

function keyIn(keys: ReadonlyMap<string, string>): (name: string) => string {
  return (name) => {
    const found = keys.get(name);
    if (found === undefined)
      throw new Error(`The demo data names "${name}", which it does not hold.`);
    return found;
  };
}

async function seedOrganisations(tx: Transaction): Promise<Map<string, string>> {
  const pmo = await findPmo(tx);
  if (pmo === null) throw new Error('The foundation must be there before the demo.');
  const ids = new Map([['pmo', pmo]]);
  for (const [name, organisation] of Object.entries(DEMO_ORGANISATIONS)) {
    const id = newId();
    await tx.insert(organisations).values({ id, ...organisation, isDemo: true });
    ids.set(name, id);
  }
  return ids;
}

async function seedPeople(
  tx: Transaction,
  given: { passwordHash: string; now: Date; organisationIds: Map<string, string> },
): Promise<Map<string, string>> {
  const organisation = keyIn(given.organisationIds);
  const ids = new Map<string, string>();
  for (const account of DEMO_ACCOUNTS) {
    const id = newId();
    await insertPerson(tx, {
      id,
      email: account.email,
      nameZh: account.nameZh,
      nameEn: account.nameEn,
      passwordHash: given.passwordHash,
      isDemo: true,
      createdAt: given.now,
      membership: { organisationId: organisation(account.organisation), role: account.role },
    });
    ids.set(account.email, id);
  }
  return ids;
}

async function seedAssignments(tx: Transaction): Promise<Map<string, string>> {
  const [project] = await tx.select({ id: projects.id }).from(projects);
  if (project === undefined) throw new Error('The foundation must be there before the demo.');
  const componentIds = new Map((await findComponents(tx)).map(({ no, id }) => [no, id]));
  const rows = DEMO_ASSIGNMENTS.map((assignment: DemoAssignment) => ({
    id: newId(),
    projectId: project.id,
    kind: 'SUBCONTRACT' as const,
    code: `PMI-${assignment.number}`,
    componentId: componentIds.get(assignment.component) ?? null,
    titleZh: assignment.titleZh,
    titleEn: assignment.titleEn,
    method: assignment.method,
    // Small least-cost selections are reviewed by the Bank after the contract.
    review: assignment.method === 'LCS' ? ('POST' as const) : ('PRIOR' as const),
    stage: assignment.stage,
    isDemo: true,
  }));
  const expert = {
    id: newId(),
    projectId: project.id,
    kind: 'INDIVIDUAL' as const,
    code: 'PMI-30-ICS',
    componentId: null,
    titleZh: '碳定价技术专家（ETS）咨询服务',
    titleEn: 'Carbon pricing expert (ETS)',
    titleIsAssumed: false,
    method: 'INDV' as const,
    stage: 'IMPLEMENTING' as const,
    isDemo: true,
  };
  await tx.insert(assignments).values([...rows, expert]);
  return new Map([...rows, expert].map(({ code, id }) => [code, id]));
}

/** The expert leads 15, coordinates three of them closely and contributes to the other 11. */
async function seedRoles(tx: Transaction, keys: DemoKeys): Promise<void> {
  const personId = keys.person('expert@demo.test');
  await tx.insert(assignmentRoles).values(
    DEMO_ASSIGNMENTS.flatMap(({ number }) => {
      const assignmentId = keys.assignment(`PMI-${number}`);
      const role = EXPERT_LEADS.includes(number) ? 'TOR_LEAD' : 'TOR_CONTRIBUTOR';
      const roles = [{ assignmentId, personId, role } as const];
      return EXPERT_KEY_COORDINATIONS.includes(number)
        ? [...roles, { assignmentId, personId, role: 'KEY_COORDINATOR' } as const]
        : roles;
    }),
  );
  await tx.insert(assignmentRoles).values(
    DEMO_ASSIGNMENTS.map(({ number }) => ({
      assignmentId: keys.assignment(`PMI-${number}`),
      personId: keys.person('pmo@demo.test'),
      role: 'CONTRACT_MANAGER' as const,
    })),
  );
}

async function seedHolders(tx: Transaction, keys: DemoKeys, now: Date): Promise<void> {
  const since = now.toISOString().slice(0, 10);
  await tx.insert(assignmentHolders).values(
    DEMO_ASSIGNMENTS.flatMap(({ number, holder }) =>
      holder === null
        ? []
        : [
            {
              assignmentId: keys.assignment(`PMI-${number}`),
              organisationId: keys.organisation(holder),
              since,
            },
          ],
    ),
  );
  await tx.insert(assignmentInvitations).values({
    assignmentId: keys.assignment('PMI-17'),
    personId: keys.person('external@demo.test'),
    invitedBy: keys.person('pmo@demo.test'),
    invitedAt: now,
  });
}
