/** Signed contracts as the register and open data tell of them. */
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { AmendmentKind } from '../../app/domain/contract/contract.ts';
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

export type SignedContract = {
  id: string;
  assignmentId: string;
  consultant: { id: string; name: Bilingual };
  signedOn: string;
  startsOn: string;
  endsOn: string;
  currency: string;
  amountMinor: number;
  /** By number. */
  amendments: SignedAmendment[];
  /** What has been paid, by day. */
  released: { id: string; paidOn: string; amountMinor: number }[];
};

export type SignedAmendment = {
  id: string;
  kind: AmendmentKind;
  newEndsOn: string | null;
  amountChangeMinor: number | null;
  reason: string;
  isEvaluated: boolean;
  /** When each party agreed. */
  agreedAt: Date[];
};

export async function findSignedContracts(
  db: Queryable,
  assignmentIds: string[],
): Promise<SignedContract[]> {
  if (assignmentIds.length === 0) return [];
  const rows = await db
    .select({ contract: contracts, organisation: organisations, person: people })
    .from(contracts)
    .leftJoin(organisations, eq(organisations.id, contracts.organisationId))
    .leftJoin(people, eq(people.id, contracts.personId))
    .where(inArray(contracts.assignmentId, assignmentIds));
  const ids = rows.map(({ contract }) => contract.id);
  if (ids.length === 0) return [];
  const amendments = await amendmentsOf(db, ids);
  const released = await releasedOf(db, ids);
  return rows.map(({ contract, organisation, person }) => {
    const named = organisation ?? person;
    return {
      id: contract.id,
      assignmentId: contract.assignmentId,
      consultant: {
        id: named?.id ?? '',
        name: { zh: named?.nameZh ?? '', en: named?.nameEn ?? '' },
      },
      signedOn: contract.signedOn,
      startsOn: contract.startsOn,
      endsOn: contract.endsOn,
      currency: contract.currency,
      amountMinor: contract.amountMinor,
      amendments: amendments.get(contract.id) ?? [],
      released: released.get(contract.id) ?? [],
    };
  });
}

async function amendmentsOf(db: Queryable, contractIds: string[]) {
  const rows = await db
    .select()
    .from(contractAmendments)
    .where(inArray(contractAmendments.contractId, contractIds))
    .orderBy(asc(contractAmendments.no));
  const agreements =
    rows.length === 0
      ? []
      : await db
          .select()
          .from(amendmentAgreements)
          .where(
            inArray(
              amendmentAgreements.amendmentId,
              rows.map(({ id }) => id),
            ),
          );
  const agreedAt = grouped(agreements, ({ amendmentId }) => amendmentId);
  const amendments = rows.map((row) => ({
    contractId: row.contractId,
    id: row.id,
    kind: row.kind,
    newEndsOn: row.newEndsOn,
    amountChangeMinor: row.amountChangeMinor,
    reason: row.reason,
    isEvaluated: row.evaluationVersionId !== null,
    agreedAt: (agreedAt.get(row.id) ?? []).map((agreement) => agreement.agreedAt),
  }));
  return grouped(amendments, ({ contractId }) => contractId);
}

async function releasedOf(db: Queryable, contractIds: string[]) {
  const rows = await db
    .select({
      contractId: payments.contractId,
      id: payments.id,
      amountMinor: payments.amountMinor,
      paidOn: paymentEvents.occurredOn,
    })
    .from(paymentEvents)
    .innerJoin(payments, eq(payments.id, paymentEvents.paymentId))
    .where(and(eq(paymentEvents.event, 'RELEASED'), inArray(payments.contractId, contractIds)))
    .orderBy(asc(paymentEvents.occurredOn), asc(payments.no));
  return grouped(rows, ({ contractId }) => contractId);
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
