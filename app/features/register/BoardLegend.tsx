import { useTranslate } from '../../i18n/translate.tsx';
import type { BoardCardView } from '../../use-cases/register/board-views.ts';
import board from './Board.module.css';
import styles from './BoardScreen.module.css';

/** Explains the dot, to those who see one. */
export function BoardLegend({ cards }: { cards: readonly BoardCardView[] }) {
  const t = useTranslate();
  if (!cards.some(({ isLed }) => isLed)) return null;
  return (
    <p className={styles.legend}>
      <i className={board.mine} aria-hidden="true" />
      {t('board.mine')}
    </p>
  );
}
