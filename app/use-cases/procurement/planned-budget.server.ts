import { parseAmount, type Money } from '../../domain/contract/money.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, type Result } from '../../domain/shared/result.ts';

/** The budget as typed; nothing typed is none yet. */
export function plannedBudget(typed: {
  amount: string;
  currency: string;
}): Result<Money | null, Refusal> {
  if (typed.amount.trim() === '') return granted(null);
  const amount = parseAmount(typed.amount, typed.currency);
  return amount.ok ? granted({ amountMinor: amount.value, currency: typed.currency }) : amount;
}
