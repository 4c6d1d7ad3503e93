import type { DeliverableState } from '../../domain/register/deliverable.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Chip, type Tone } from '../../ui/Chip.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';

const LOOK: Record<DeliverableState, { tone: Tone; icon: IconName | null }> = {
  EXPECTED: { tone: 'neutral', icon: null },
  SUBMITTED: { tone: 'info', icon: null },
  RETURNED: { tone: 'warn', icon: 'returned' },
  PMO_ACCEPTED: { tone: 'info', icon: 'check' },
  ACCEPTED: { tone: 'ok', icon: 'check' },
};

/** The state of a deliverable. */
export function StateChip({ state }: { state: DeliverableState }) {
  const t = useTranslate();
  const { tone, icon } = LOOK[state];
  return (
    <Chip tone={tone}>
      {icon !== null && <Icon name={icon} />}
      {t(`register.deliverable-state.${state}`)}
    </Chip>
  );
}
