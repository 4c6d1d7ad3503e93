import { z } from 'zod';
import { AMENDMENT_KINDS } from '../../domain/contract/contract.ts';
import { parseSignedAmount } from '../../domain/contract/money.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { because, type ContractRefusal } from '../../domain/contract/contract-refusal.ts';
import type { Proposal } from '../../use-cases/contract/propose-amendment.server.ts';
import { optionalDay } from './contract-fields.server.ts';

export const amendmentForm = z.object({
  kind: z.enum(AMENDMENT_KINDS),
  newEndsOn: optionalDay,
  amountChange: z.string().max(100),
  reason: z.string().trim().min(1, 'reason.missing').max(2000, 'reason.too-long'),
  evaluationVersionId: z.string().max(100),
  documentVersionId: z.string().max(100).default(''),
});

type Change = Omit<Proposal, 'actor' | 'code' | 'now'>;

/** The proposal as typed; an amount is in `currency`, empty for none. */
export function changeOf(
  form: z.output<typeof amendmentForm>,
  currency: string,
): Result<Change, ContractRefusal> {
  const amount =
    form.amountChange.trim() === ''
      ? granted(null)
      : parseSignedAmount(form.amountChange, currency);
  if (!amount.ok) return refused(because(amount.refusal.code, 'amountChange'));
  return granted({
    kind: form.kind,
    newEndsOn: orNull(form.newEndsOn),
    amountChangeMinor: amount.value === 0 ? null : amount.value,
    reason: form.reason,
    evaluationVersionId: orNull(form.evaluationVersionId),
    documentVersionId: orNull(form.documentVersionId),
  });
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
