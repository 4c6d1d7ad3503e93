import type { CalendarDate } from '../shared/calendar-date.ts';
import { CONTRACT_PARTIES, type AmendmentKind, type ContractParty } from './contract.ts';

/** What decides whether an amendment holds, and what it changes. */
export type Amendment = {
  no: number;
  kind: AmendmentKind;
  /** Set exactly for an extension or a renewal. */
  newEndsOn: CalendarDate | null;
  /** Added to the amount; negative takes away. */
  amountChangeMinor: number | null;
  hasEvaluation: boolean;
  agreedBy: readonly ContractParty[];
};

/** What an amendment may still wait for. */
export type AmendmentGap = ContractParty | 'EVALUATION';

/** More time is given only after an evaluation by the PMO; a variation needs the parties alone. */
export function needsEvaluation(kind: AmendmentKind): boolean {
  return kind === 'EXTENSION' || kind === 'RENEWAL';
}

/** What is missing before it takes effect, in the order in which it is usually done. */
export function amendmentGaps(amendment: Amendment): AmendmentGap[] {
  const evaluation: AmendmentGap[] =
    needsEvaluation(amendment.kind) && !amendment.hasEvaluation ? ['EVALUATION'] : [];
  return [
    ...evaluation,
    ...CONTRACT_PARTIES.filter((party) => !amendment.agreedBy.includes(party)),
  ];
}

export function isEffective(amendment: Amendment): boolean {
  return amendmentGaps(amendment).length === 0;
}

/** The day the contract ends: as signed, or as the latest effective amendment of time says (I11). */
export function contractEnd(
  signedEnd: CalendarDate,
  amendments: readonly Amendment[],
): CalendarDate {
  return amendments
    .filter(isEffective)
    .toSorted((left, right) => left.no - right.no)
    .reduce((end, { newEndsOn }) => newEndsOn ?? end, signedEnd);
}

/** What the contract comes to: the signed amount and every effective change of it. */
export function contractAmount(signedMinor: number, amendments: readonly Amendment[]): number {
  return amendments
    .filter(isEffective)
    .reduce((sum, { amountChangeMinor }) => sum + (amountChangeMinor ?? 0), signedMinor);
}
