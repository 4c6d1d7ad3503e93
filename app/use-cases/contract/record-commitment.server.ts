import type { Transaction } from '#db/client.ts';
import { inTransaction } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import type { AssignmentRecord } from '#db/queries/assignments.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { findCommitments, insertCommitment } from '#db/queries/commitments.ts';
import { holdAssignment } from '#db/queries/contract-signing.ts';
import { findContractVersions, findFrozenContent } from '#db/queries/contract-versions.ts';
import { treeOf } from '#server/content/document-content.ts';
import { plainTextOf } from '#server/content/plain-text.ts';
import type { CommitmentKind } from '../../domain/contract/contract.ts';
import { parseDecimal } from '../../domain/contract/decimal.ts';
import type { Person } from '../../domain/people/person.ts';
import type { CalendarDate } from '../../domain/shared/calendar-date.ts';
import type { Bilingual } from '../../domain/shared/locale.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import {
  because,
  type ContractOutcome,
  type ContractRefusal,
} from '../../domain/contract/contract-refusal.ts';
import { allowedAssignment } from './held-contract.server.ts';

export type NewCommitment = {
  actor: Person;
  code: string;
  kind: CommitmentKind;
  text: Bilingual;
  /** As typed; empty for what is not counted. */
  target: string;
  unit: string;
  dueOn: CalendarDate | null;
  /** A frozen version of the accepted proposal, and the words in it. */
  documentVersionId: string | null;
  quote: string;
  now: Date;
};

/** Takes a commitment from the accepted proposal into the sheet of the contract. */
export async function recordCommitment(
  given: NewCommitment,
): Promise<ContractOutcome<{ code: string; no: number }>> {
  const { actor, code, kind, dueOn, documentVersionId, now } = given;
  return await inTransaction<ContractOutcome<{ code: string; no: number }>>(async (tx) => {
    await holdAssignment(tx, code);
    const wish = { actor, code, part: 'commitment', action: 'edit' } as const;
    const allowed = await allowedAssignment(tx, wish);
    if (!allowed.ok) return allowed;
    const assignment = allowed.value;
    const text = { zh: given.text.zh.trim(), en: given.text.en.trim() };
    if (text.zh === '') return refused(because('commitment.text-missing', 'textZh'));
    if (text.en === '') return refused(because('commitment.text-missing', 'textEn'));
    const target = checkedTarget(given);
    if (!target.ok) return target;
    const quote = given.quote.trim();
    const bound = await checkedSource(tx, assignment, { documentVersionId, quote });
    if (!bound.ok) return bound;
    const id = newId();
    const no = (await findCommitments(tx, [assignment.id])).length + 1;
    const values = { no, kind, ...target.value, dueOn, documentVersionId, quote };
    await insertCommitment(tx, {
      id,
      assignmentId: assignment.id,
      ...values,
      textZh: text.zh,
      textEn: text.en,
    });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'commitment.recorded',
      subjectType: 'commitment',
      subjectId: id,
      assignmentId: assignment.id,
      details: { after: { ...values, text } },
    });
    return granted({ code, no });
  });
}

function checkedTarget(
  given: Pick<NewCommitment, 'target' | 'unit'>,
): Result<{ targetValue: string | null; unit: string | null }, ContractRefusal> {
  const unit = given.unit.trim();
  if (given.target.trim() === '') {
    return granted({ targetValue: null, unit: unit === '' ? null : unit });
  }
  const targetValue = parseDecimal(given.target);
  if (targetValue === null) return refused(because('commitment.target-malformed', 'target'));
  if (unit === '') return refused(because('commitment.unit-missing', 'unit'));
  return granted({ targetValue, unit });
}

/** The version is of a proposal of this contract, and the quote stands in it. */
async function checkedSource(
  tx: Transaction,
  assignment: AssignmentRecord,
  { documentVersionId, quote }: { documentVersionId: string | null; quote: string },
): Promise<Result<null, ContractRefusal>> {
  if (documentVersionId === null) return granted(null);
  const versions = await findContractVersions(tx, assignment.id);
  const version = versions.find(({ id }) => id === documentVersionId);
  if (version?.kind !== 'PROPOSAL') return refused(because('version.unknown', 'documentVersionId'));
  const frozen = await findFrozenContent(tx, documentVersionId);
  if (quote === '' || frozen === null) return granted(null);
  const text = plainTextOf(treeOf(frozen.state), frozen.registerValues);
  return withoutSpace(text).includes(withoutSpace(quote))
    ? granted(null)
    : refused(because('quote.not-found', 'quote'));
}

/** Line ends of a copied quote are not those of the text. */
function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, '');
}
