import type { CandidateEvent } from '../../domain/procurement/candidate.ts';
import type { Tone } from '../../ui/Chip.tsx';

export const CANDIDATE_TONES: Record<CandidateEvent, Tone> = {
  INTERESTED: 'neutral',
  LISTED: 'info',
  INVITED: 'info',
  PROPOSED: 'info',
  EVALUATED: 'info',
  SELECTED: 'ok',
  REJECTED: 'warn',
};
