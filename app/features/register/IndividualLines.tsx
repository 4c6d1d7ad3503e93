import { Link } from '../../framework.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Chip } from '../../ui/Chip.tsx';
import type { BoardView } from '../../use-cases/register/board-views.ts';
import { BilingualText } from './BilingualText.tsx';
import styles from './BoardScreen.module.css';

/** Assignments of single consultants; they are not part of the 26. */
export function IndividualLines({ board }: { board: BoardView }) {
  const t = useTranslate();
  return (
    <ul className={styles.lines}>
      {board.individuals.map(({ code, title, stage }) => (
        <li key={code}>
          <span className={styles.what}>
            <Link to={`/assignments/${code}`}>{code}</Link>
            <Chip tone="info">{t(`register.stage.${stage}`)}</Chip>
          </span>
          <span>
            <BilingualText text={title} />
          </span>
        </li>
      ))}
      {board.individualCount > board.individuals.length && (
        <li>
          <Link to="/assignments?kind=INDIVIDUAL">
            {t('board.individuals.all', { count: board.individualCount })}
          </Link>
        </li>
      )}
    </ul>
  );
}
