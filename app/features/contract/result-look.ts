import { COMMITMENT_RESULTS, type CommitmentResult } from '../../domain/contract/contract.ts';
import type { Tone } from '../../ui/Chip.tsx';

/** How a commitment can stand: as it was checked, or not checked yet. */
export const STANDINGS = [...COMMITMENT_RESULTS, 'UNCHECKED'] as const;

export const RESULT_TONES: Record<CommitmentResult | 'UNCHECKED', Tone> = {
  MET: 'ok',
  PARTLY_MET: 'warn',
  NOT_MET: 'danger',
  NOT_DUE: 'neutral',
  UNCHECKED: 'neutral',
};
