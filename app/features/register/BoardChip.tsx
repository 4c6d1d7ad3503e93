import type { BoardPhase } from '../../domain/register/stage.ts';
import { inLocale } from '../../domain/shared/locale.ts';
import { Link } from '../../framework.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import type { Tone } from '../../ui/Chip.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { BoardCardView } from '../../use-cases/register/board-views.ts';
import styles from './Board.module.css';
import { deliverableDistance } from './deliverable-distance.ts';

/** One sub-contract on the board: its code, as much of its title as fits, and what presses. */
export function BoardChip({ card, today }: { card: BoardCardView; today: string }) {
  const t = useTranslate();
  const title = inLocale(card.title, useLocale());
  const pressing = usePressing(card, today);
  return (
    <Link
      to={`/assignments/${card.code}`}
      className={`${styles.chip} ${styles[pressing?.tone ?? PHASE_TONES[card.phase]]}`}
      title={`${card.code} ${title}`}
    >
      <span className={styles.head}>
        <b>{card.code}</b>
        {card.isLed && <i className={styles.mine} role="img" aria-label={t('board.mine')} />}
        {pressing !== null && <em>{pressing.words}</em>}
      </span>{' '}
      <span className={styles.title}>{title}</span>
    </Link>
  );
}

const PHASE_TONES: Record<BoardPhase, Tone> = {
  TOR_DRAFT: 'neutral',
  TOR_REVIEW: 'violet',
  PROCUREMENT: 'neutral',
  RUNNING: 'info',
  REPORT_REVIEW: 'violet',
  CLOSED: 'ok',
};

function usePressing({ next }: BoardCardView, today: string) {
  const t = useTranslate();
  if (next === null) return null;
  const distance = deliverableDistance(next, today);
  if (distance.kind === 'late') {
    const words = t('register.days-late.short', { count: distance.days });
    return { tone: 'danger' as const, words };
  }
  if (next.state === 'RETURNED') {
    const words = (
      <>
        <Icon name="returned" />
        <span className="visually-hidden">{t('register.deliverable-state.RETURNED')}</span>
      </>
    );
    return { tone: 'warn' as const, words };
  }
  if (distance.kind === 'calm') return null;
  const words =
    distance.days === 0
      ? t('register.due-today')
      : t('register.days-left.short', { count: distance.days });
  return { tone: distance.tone, words };
}
