import type { AssignmentStage } from '../../domain/register/stage.ts';
import type { Tone } from '../../ui/Chip.tsx';

/** The colour that goes with a stage; the words say the same. */
export function stageTone(stage: AssignmentStage): Tone {
  switch (stage) {
    case 'TOR_REVIEW':
      return 'violet';
    case 'SIGNED':
    case 'IMPLEMENTING':
      return 'info';
    case 'COMPLETED':
    case 'CLOSED':
      return 'ok';
    case 'CANCELLED':
    case 'TERMINATED':
      return 'danger';
    default:
      return 'neutral';
  }
}
