import type { Queryable } from '#db/connection.ts';
import type { AssignmentRecord } from '#db/queries/assignments.ts';
import { findDeliverables, type DeliverableRecord } from '#db/queries/deliverables.ts';
import { findIndividualHolders } from '#db/queries/individual-holders.ts';
import { findSignedContracts, type SignedContract } from '#db/queries/signed-contracts.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import { amountText } from '../../domain/register/amount.ts';
import { deliverableState, isOwed } from '../../domain/register/deliverable-state.ts';
import type { ColumnValues } from '../../domain/register/register-column.ts';
import type { Bilingual } from '../../domain/shared/locale.ts';
import { contractInForce } from './contract-in-force.server.ts';

/**
 * The columns of the register for assignments that `actor` may read, as far as each column may be
 * read; the others are empty. The words of names stand in both languages, so that a workbook is the
 * same whoever takes it.
 */
export async function registerFacts(
  db: Queryable,
  actor: Person,
  records: readonly AssignmentRecord[],
): Promise<Map<string, ColumnValues>> {
  const ids = records.map(({ id }) => id);
  // One after the other: inside a transaction there is one connection.
  const contracts = new Map(
    (await findSignedContracts(db, ids)).map((contract) => [contract.assignmentId, contract]),
  );
  const deliverables = grouped(await findDeliverables(db, ids));
  const persons = grouped(await findIndividualHolders(db, ids));
  return new Map(
    records.map((record) => [
      record.code,
      columnsOf(record, actor, {
        contract: contracts.get(record.id),
        deliverables: deliverables.get(record.id) ?? [],
        holders: [...record.holders, ...(persons.get(record.id) ?? [])].map(({ name }) => name),
      }),
    ]),
  );
}

type Around = {
  contract: SignedContract | undefined;
  deliverables: DeliverableRecord[];
  holders: Bilingual[];
};

function columnsOf(record: AssignmentRecord, actor: Person, around: Around): ColumnValues {
  const reads = (type: 'contract' | 'procurement' | 'deliverable') =>
    may(actor, 'read', { type, ...record.standing });
  // A budget tells a bidder what the office would pay.
  const seesBudget =
    reads('procurement') || may(actor, 'edit', { type: 'assignment', ...record.standing });
  const planned = seesBudget ? record.planned : null;
  const contract = reads('contract') ? around.contract : undefined;
  const inForce = contract && contractInForce(contract);
  const next = reads('deliverable') ? nextOf(around.deliverables) : undefined;
  return {
    code: record.code,
    kind: record.kind,
    component: record.component === null ? null : String(record.component.no),
    titleZh: squeezed(record.title.zh),
    titleEn: squeezed(record.title.en),
    method: record.method,
    review: record.review,
    stage: record.stage,
    holders: squeezed(around.holders.map(inBoth).join('; ')),
    stepReference: reads('procurement') ? squeezed(record.stepReference ?? '') : null,
    plannedAmount:
      planned && amountText({ minor: planned.amountMinor, currency: planned.currency }),
    plannedCurrency: planned?.currency ?? null,
    signedOn: contract?.signedOn ?? null,
    amount:
      contract && inForce
        ? amountText({ minor: inForce.amountMinor, currency: contract.currency })
        : null,
    currency: contract?.currency ?? null,
    startsOn: contract?.startsOn ?? null,
    endsOn: inForce?.endsOn ?? null,
    nextDeliverable: next === undefined ? null : squeezed(inBoth(next.title)),
    dueOn: next?.dueOn ?? null,
  };
}

/** The first that is neither submitted nor accepted, by due date. */
function nextOf(deliverables: readonly DeliverableRecord[]): DeliverableRecord | undefined {
  const isWaiting = ({ acceptedBy, latest }: DeliverableRecord) =>
    isOwed(deliverableState(acceptedBy, latest));
  return deliverables
    .filter(isWaiting)
    .sort((left, right) => (left.dueOn ?? '9999').localeCompare(right.dueOn ?? '9999'))[0];
}

function inBoth({ zh, en }: Bilingual): string {
  return zh === en ? zh : `${zh} / ${en}`;
}

/** As a cell is read: a workbook that comes back says the same. */
function squeezed(words: string): string | null {
  const read = words.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return read === '' ? null : read;
}

function grouped<Row extends { assignmentId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows)
    groups.set(row.assignmentId, [...(groups.get(row.assignmentId) ?? []), row]);
  return groups;
}
