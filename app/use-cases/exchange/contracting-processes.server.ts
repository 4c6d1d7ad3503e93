import type { Queryable } from '#db/connection.ts';
import { timeOfId } from '#db/new-id.ts';
import { findAssignments, type AssignmentRecord } from '#db/queries/assignments.ts';
import { findDeliverables, type DeliverableRecord } from '#db/queries/deliverables.ts';
import {
  findDecidedNoObjections,
  findStageMoves,
  type DecidedNoObjection,
  type StageMove,
} from '#db/queries/published-steps.ts';
import { findPublisher, type Publisher } from '#db/queries/publisher.ts';
import { findSignedContracts, type SignedContract } from '#db/queries/signed-contracts.ts';
import type { ContractingProcess } from '#server/ocds/contracting-process.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import { assignmentNumber } from '../../domain/register/assignment.ts';
import { contractingProcess } from './contracting-process.server.ts';

export type KnownProcess = {
  record: AssignmentRecord;
  process: ContractingProcess;
};

/** What an assignment has beside its own row, as far as the person may read it. */
export type ProcessFacts = {
  record: AssignmentRecord;
  plannedAt: Date;
  moves: StageMove[];
  noObjections: DecidedNoObjection[];
  contract: SignedContract | null;
  deliverables: DeliverableRecord[];
  mayReadBudget: boolean;
};

/**
 * The assignments that `actor` may read as contracting processes, each as far as its parts may be
 * read, by number; only those with the given code when there is one.
 */
export async function contractingProcesses(
  db: Queryable,
  actor: Person,
  filter: { code?: string } = {},
): Promise<{ publisher: Publisher | null; processes: KnownProcess[] }> {
  const publisher = await findPublisher(db);
  const records = (await findAssignments(db, filter))
    .filter((record) => may(actor, 'read', { type: 'assignment', ...record.standing }))
    .sort((left, right) => assignmentNumber(left.code) - assignmentNumber(right.code));
  if (publisher === null) return { publisher, processes: [] };
  const ids = records.map(({ id }) => id);
  const contracts = await findSignedContracts(db, ids);
  const moves = grouped(await findStageMoves(db, ids));
  const noObjections = grouped(await findDecidedNoObjections(db, ids));
  const deliverables = grouped(await findDeliverables(db, ids));
  const processes = records.map((record) => {
    const reads = (type: 'procurement' | 'no-objection' | 'contract' | 'deliverable') =>
      may(actor, 'read', { type, ...record.standing });
    const contract = contracts.find(({ assignmentId }) => assignmentId === record.id) ?? null;
    const process = contractingProcess(publisher, {
      record,
      plannedAt: timeOfId(record.id),
      moves: moves.get(record.id) ?? [],
      noObjections: reads('no-objection') ? (noObjections.get(record.id) ?? []) : [],
      contract: reads('contract') ? contract : null,
      deliverables: reads('deliverable') ? (deliverables.get(record.id) ?? []) : [],
      mayReadBudget: reads('procurement'),
    });
    return { record, process };
  });
  return { publisher, processes };
}

function grouped<Row extends { assignmentId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.assignmentId);
    if (group === undefined) groups.set(row.assignmentId, [row]);
    else group.push(row);
  }
  return groups;
}
