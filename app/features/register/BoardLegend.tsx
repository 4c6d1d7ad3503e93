import { useTranslate } from '../../i18n/translate.tsx';
import type { AssignmentView } from '../../use-cases/register/assignment-views.ts';
import board from './Board.module.css';
import styles from './BoardScreen.module.css';

/** Explains the dot, to those who see one. */
export function BoardLegend({ assignments }: { assignments: readonly AssignmentView[] }) {
  const t = useTranslate();
  if (!assignments.some(({ myRoles }) => myRoles.includes('TOR_LEAD'))) return null;
  return (
    <p className={styles.legend}>
      <i className={board.mine} aria-hidden="true" />
      {t('register.board.mine')}
    </p>
  );
}
