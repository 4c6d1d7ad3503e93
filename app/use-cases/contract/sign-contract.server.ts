import type { Transaction } from '#db/client.ts';
import { newId } from '#db/new-id.ts';
import type { AssignmentRecord } from '#db/queries/assignments.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { findContractDeliverables, insertDeliverables } from '#db/queries/contract-deliverables.ts';
import {
  findContractMonths,
  holdAssignment,
  lastTransition,
  setHolder,
  setIndividualHolder,
} from '#db/queries/contract-signing.ts';
import { findContractVersions } from '#db/queries/contract-versions.ts';
import { findContract, insertContract, insertPayments } from '#db/queries/contracts.ts';
import { individualEnd, periodRefusals } from '../../domain/contract/contract-period.ts';
import { isCurrency } from '../../domain/contract/currency.ts';
import { totalOf } from '../../domain/contract/payment-schedule.ts';
import { usualDeliverables } from '../../domain/contract/usual-deliverables.ts';
import type { Person } from '../../domain/people/person.ts';
import { calendarDateAt, type CalendarDate } from '../../domain/shared/calendar-date.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { allOrNothing } from './all-or-nothing.server.ts';
import { chosenConsultant, type Consultant } from './consultant-of-contract.server.ts';
import {
  because,
  type ContractOutcome,
  type ContractRefusal,
} from '../../domain/contract/contract-refusal.ts';
import { allowedAssignment } from './held-contract.server.ts';
import { moveToSigned } from './move-to-signed.server.ts';

export type Signing = {
  actor: Person;
  code: string;
  /** `organisation:<id>`, `person:<id>` or `candidate:<id>`. */
  consultant: string;
  signedOn: CalendarDate;
  startsOn: CalendarDate;
  /** Left aside for an individual, whose contract ends months after its signature. */
  endsOn: CalendarDate | null;
  currency: string;
  amountMinor: number;
  /** Numbers of the deliverables, the amounts in minor units. */
  payments: readonly { deliverableNo: number; amountMinor: number }[];
  /** Due dates of the usual deliverables, used where none are registered yet. */
  dueDates: readonly (CalendarDate | null)[];
  /** A frozen version of the text of the contract, where it is kept here. */
  documentVersionId: string | null;
  now: Date;
};

/** Registers the signed contract: parties, period, amount, deliverables and payments. */
export async function signContract(signing: Signing): Promise<ContractOutcome> {
  const { actor, code, now } = signing;
  return await allOrNothing<{ code: string }>(async (tx) => {
    await holdAssignment(tx, code);
    const allowed = await allowedAssignment(tx, { actor, code, part: 'contract', action: 'edit' });
    if (!allowed.ok) return allowed;
    const assignment = allowed.value;
    if ((await findContract(tx, assignment.id)) !== null) {
      return refused({ code: 'contract.exists' });
    }
    if (assignment.stage !== 'NEGOTIATION') return refused({ code: 'contract.not-negotiating' });
    const endsOn = await endOf(tx, assignment, signing);
    const checked = await checkedTerms(tx, assignment, { ...signing, endsOn });
    if (!checked.ok) return checked;
    const consultant = await chosenConsultant(tx, assignment, signing.consultant);
    if (consultant === null) {
      return refused(because('contract.consultant-unknown', 'consultant'));
    }
    await writeContract(tx, { assignment, consultant, signing: { ...signing, endsOn } });
    const moved = await moveToSigned(tx, { assignment, occurredOn: signing.signedOn, actor, now });
    return moved.ok ? granted({ code }) : moved;
  });
}

type Dated = Signing & { endsOn: CalendarDate };

/** [I11] A person's contract runs for the months that the rules give, from its signature. */
async function endOf(
  tx: Transaction,
  { kind, method }: AssignmentRecord,
  { signedOn, endsOn }: Signing,
): Promise<CalendarDate> {
  if (kind === 'SUBCONTRACT') return endsOn ?? '';
  return individualEnd(signedOn, (await findContractMonths(tx, method, signedOn)) ?? undefined);
}

async function checkedTerms(
  tx: Transaction,
  assignment: AssignmentRecord,
  signing: Dated,
): Promise<Result<null, ContractRefusal>> {
  const fields = periodRefusals(signing, {
    today: calendarDateAt(signing.now),
    lastMovedOn: (await lastTransition(tx, assignment.id)).occurredOn,
  });
  const [code] = Object.values(fields);
  if (code !== undefined) return refused({ code, fields });
  if (!isCurrency(signing.currency)) return refused(because('currency.unknown', 'currency'));
  if (signing.amountMinor <= 0) return refused(because('amount.not-positive', 'amount'));
  const { documentVersionId } = signing;
  if (documentVersionId !== null) {
    const versions = await findContractVersions(tx, assignment.id);
    const isContract = versions.some(
      ({ id, kind }) => id === documentVersionId && kind === 'CONTRACT',
    );
    if (!isContract) return refused(because('version.unknown', 'documentVersionId'));
  }
  return await checkedPayments(tx, assignment, signing);
}

async function checkedPayments(
  tx: Transaction,
  assignment: AssignmentRecord,
  { payments, dueDates, amountMinor, startsOn, endsOn }: Dated,
): Promise<Result<null, ContractRefusal>> {
  const registered = await findContractDeliverables(tx, assignment.id);
  const usual = usualDeliverables(assignment.kind);
  const planned = registered.length > 0 ? [] : usual;
  for (const [index, { dueRule }] of planned.entries()) {
    const dueOn = dueDates[index] ?? null;
    const isDue = dueOn !== null && dueOn >= startsOn && dueOn <= endsOn;
    if (!isDue && (dueOn !== null || dueRule === 'FIXED_DATE')) {
      return refused(because('deliverable.date-missing', `due-${index + 1}`));
    }
  }
  const numbers =
    registered.length > 0 ? registered.map(({ no }) => no) : usual.map((_, index) => index + 1);
  if (payments.length === 0) return refused({ code: 'schedule.empty' });
  if (payments.some(({ deliverableNo }) => !numbers.includes(deliverableNo))) {
    return refused({ code: 'schedule.deliverable' });
  }
  if (payments.some((payment) => payment.amountMinor <= 0)) {
    return refused({ code: 'amount.not-positive' });
  }
  if (totalOf(payments) !== amountMinor) return refused({ code: 'schedule.not-adding-up' });
  return granted(null);
}

async function writeContract(
  tx: Transaction,
  given: { assignment: AssignmentRecord; consultant: Consultant; signing: Dated },
): Promise<void> {
  const { assignment, consultant, signing } = given;
  const assignmentId = assignment.id;
  const contractId = newId();
  const { signedOn, startsOn, endsOn, currency, amountMinor, documentVersionId } = signing;
  const terms = { signedOn, startsOn, endsOn, currency, amountMinor, documentVersionId };
  await insertContract(tx, {
    id: contractId,
    assignmentId,
    ...consultant,
    ...terms,
    enteredBy: signing.actor.id,
    enteredAt: signing.now,
  });
  const { organisationId, personId } = consultant;
  if (organisationId !== null)
    await setHolder(tx, { assignmentId, organisationId, since: signedOn });
  if (personId !== null) await setIndividualHolder(tx, { assignmentId, personId, since: signedOn });
  const deliverableIds = await deliverablesOf(tx, assignment, signing);
  await insertPayments(
    tx,
    signing.payments.map((payment, index) => ({
      id: newId(),
      contractId,
      no: index + 1,
      deliverableId: deliverableIds.get(payment.deliverableNo) ?? '',
      amountMinor: payment.amountMinor,
    })),
  );
  await recordEvent(tx, {
    at: signing.now,
    actorId: signing.actor.id,
    action: 'contract.signed',
    subjectType: 'contract',
    subjectId: contractId,
    assignmentId,
    details: {
      before: { holders: assignment.standing.holderOrganisationIds },
      after: { ...consultant, ...terms, payments: signing.payments },
    },
  });
}

/** Keys of the deliverables by number; the usual ones are made where there are none yet. */
async function deliverablesOf(
  tx: Transaction,
  assignment: AssignmentRecord,
  { dueDates, actor, now }: Dated,
): Promise<Map<number, string>> {
  const registered = await findContractDeliverables(tx, assignment.id);
  if (registered.length > 0) return new Map(registered.map(({ no, id }) => [no, id]));
  const rows = usualDeliverables(assignment.kind).map(({ kind, dueRule, title }, index) => ({
    id: newId(),
    assignmentId: assignment.id,
    no: index + 1,
    kind,
    dueRule,
    titleZh: title.zh,
    titleEn: title.en,
    dueOn: dueDates[index] ?? null,
  }));
  await insertDeliverables(tx, rows);
  for (const { id, no, kind, dueOn } of rows) {
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'deliverable.added',
      subjectType: 'deliverable',
      subjectId: id,
      assignmentId: assignment.id,
      details: { after: { no, kind, dueOn } },
    });
  }
  return new Map(rows.map(({ no, id }) => [no, id]));
}
