import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Amendment } from '../../app/domain/contract/amendment.ts';
import type { ContractParty, PaymentEvent } from '../../app/domain/contract/contract.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import {
  amendmentAgreements,
  contractAmendments,
  contracts,
  paymentEvents,
  payments,
} from '../schema/contract.ts';
import { organisations, people } from '../schema/people.ts';

/** A signed contract with everything that has changed it since. */
export type ContractRecord = {
  id: string;
  assignmentId: string;
  consultant: { kind: 'ORGANISATION' | 'PERSON'; id: string; name: Bilingual };
  signedOn: string;
  startsOn: string;
  /** As signed; see `contractEnd`. */
  endsOn: string;
  currency: string;
  /** As signed, in minor units; see `contractAmount`. */
  amountMinor: number;
  documentVersionId: string | null;
  amendments: AmendmentRecord[];
  payments: PaymentRecord[];
};

export type AmendmentRecord = Amendment & {
  id: string;
  reason: string;
  evaluationVersionId: string | null;
  documentVersionId: string | null;
  proposedBy: Bilingual;
  proposedAt: Date;
  agreements: { party: ContractParty; personName: Bilingual; agreedAt: Date }[];
};

export type PaymentRecord = {
  id: string;
  no: number;
  deliverableId: string;
  amountMinor: number;
  events: { event: PaymentEvent; occurredOn: string; reference: string }[];
};

/** The contract of an assignment, or null while none is signed. */
export async function findContract(
  db: Queryable,
  assignmentId: string,
): Promise<ContractRecord | null> {
  return (await findContracts(db, [assignmentId]))[0] ?? null;
}

/** The contracts of the given assignments, amendments and payments by number. */
export async function findContracts(
  db: Queryable,
  assignmentIds: string[],
): Promise<ContractRecord[]> {
  if (assignmentIds.length === 0) return [];
  const rows = await db
    .select({ contract: contracts, organisation: organisations, person: people })
    .from(contracts)
    .leftJoin(organisations, eq(organisations.id, contracts.organisationId))
    .leftJoin(people, eq(people.id, contracts.personId))
    .where(inArray(contracts.assignmentId, assignmentIds));
  const ids = rows.map(({ contract }) => contract.id);
  if (ids.length === 0) return [];
  // One after the other: inside a transaction there is one connection.
  const amendments = await amendmentsOf(db, ids);
  const scheduled = await paymentsOf(db, ids);
  return rows.map(({ contract, organisation, person }) => ({
    id: contract.id,
    assignmentId: contract.assignmentId,
    consultant: consultantOf(organisation, person),
    signedOn: contract.signedOn,
    startsOn: contract.startsOn,
    endsOn: contract.endsOn,
    currency: contract.currency,
    amountMinor: contract.amountMinor,
    documentVersionId: contract.documentVersionId,
    amendments: amendments.filter(({ contractId }) => contractId === contract.id),
    payments: scheduled.filter(({ contractId }) => contractId === contract.id),
  }));
}

/** Lets nobody else change the contract until the transaction ends; false where there is none. */
export async function holdContract(tx: Queryable, assignmentId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: contracts.id })
    .from(contracts)
    .where(eq(contracts.assignmentId, assignmentId))
    .for('no key update');
  return rows.length > 0;
}

export async function insertContract(
  tx: Queryable,
  contract: typeof contracts.$inferInsert,
): Promise<void> {
  await tx.insert(contracts).values(contract);
}

export async function insertAmendment(
  tx: Queryable,
  amendment: typeof contractAmendments.$inferInsert,
): Promise<void> {
  await tx.insert(contractAmendments).values(amendment);
}

export async function insertAgreement(
  tx: Queryable,
  agreement: typeof amendmentAgreements.$inferInsert,
): Promise<void> {
  await tx.insert(amendmentAgreements).values(agreement);
}

export async function insertPayments(
  tx: Queryable,
  rows: (typeof payments.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(payments).values(rows);
}

/** Takes payments out of the schedule to which nothing has happened yet. */
export async function deletePayments(
  tx: Queryable,
  { contractId, ids }: { contractId: string; ids: string[] },
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .delete(payments)
    .where(and(eq(payments.contractId, contractId), inArray(payments.id, ids)));
}

export async function insertPaymentEvent(
  tx: Queryable,
  event: typeof paymentEvents.$inferInsert,
): Promise<void> {
  await tx.insert(paymentEvents).values(event);
}

function consultantOf(
  organisation: typeof organisations.$inferSelect | null,
  person: typeof people.$inferSelect | null,
): ContractRecord['consultant'] {
  const party = organisation ?? person;
  if (party === null) throw new Error('A contract without a consultant.');
  return {
    kind: organisation === null ? 'PERSON' : 'ORGANISATION',
    id: party.id,
    name: { zh: party.nameZh, en: party.nameEn },
  };
}

async function amendmentsOf(db: Queryable, contractIds: string[]) {
  const rows = await db
    .select({ amendment: contractAmendments, proposer: people })
    .from(contractAmendments)
    .innerJoin(people, eq(people.id, contractAmendments.proposedBy))
    .where(inArray(contractAmendments.contractId, contractIds))
    .orderBy(asc(contractAmendments.no));
  const agreements = await agreementsTo(
    db,
    rows.map(({ amendment }) => amendment.id),
  );
  return rows.map(({ amendment, proposer }) => {
    const agreed = agreements.filter(({ amendmentId }) => amendmentId === amendment.id);
    return {
      ...amendment,
      hasEvaluation: amendment.evaluationVersionId !== null,
      agreedBy: agreed.map(({ party }) => party),
      proposedBy: { zh: proposer.nameZh, en: proposer.nameEn },
      agreements: agreed.map(({ party, personName, agreedAt }) => ({
        party,
        personName,
        agreedAt,
      })),
    };
  });
}

async function agreementsTo(db: Queryable, amendmentIds: string[]) {
  if (amendmentIds.length === 0) return [];
  const rows = await db
    .select({ agreement: amendmentAgreements, person: people })
    .from(amendmentAgreements)
    .innerJoin(people, eq(people.id, amendmentAgreements.personId))
    .where(inArray(amendmentAgreements.amendmentId, amendmentIds))
    .orderBy(asc(amendmentAgreements.party));
  return rows.map(({ agreement, person }) => ({
    ...agreement,
    personName: { zh: person.nameZh, en: person.nameEn },
  }));
}

async function paymentsOf(db: Queryable, contractIds: string[]) {
  const rows = await db
    .select()
    .from(payments)
    .where(inArray(payments.contractId, contractIds))
    .orderBy(asc(payments.no));
  const ids = rows.map(({ id }) => id);
  const events =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(paymentEvents)
          .where(inArray(paymentEvents.paymentId, ids))
          .orderBy(asc(paymentEvents.at), asc(paymentEvents.id));
  return rows.map((payment) => ({
    ...payment,
    events: events
      .filter(({ paymentId }) => paymentId === payment.id)
      .map(({ event, occurredOn, reference }) => ({ event, occurredOn, reference })),
  }));
}
