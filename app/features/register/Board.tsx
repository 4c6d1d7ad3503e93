import { BOARD_PHASES } from '../../domain/register/stage.ts';
import { inLocale } from '../../domain/shared/locale.ts';
import { Link } from '../../framework.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import type { BoardCardView, BoardView } from '../../use-cases/register/board-views.ts';
import styles from './Board.module.css';
import { BoardChip } from './BoardChip.tsx';

/** Component by stage: every sub-contract on one screen. A real table, so rows and columns are said. */
export function Board({ board }: { board: BoardView }) {
  const t = useTranslate();
  const { cards, components, today } = board;
  const without = cards.filter(({ componentNo }) => componentNo === null);
  const rows = components.map((component) => ({
    component,
    cards: cards.filter(({ componentNo }) => componentNo === component.no),
  }));
  return (
    <ScrollRegion className={styles.frame} label={t('board.caption')}>
      <table className={styles.board}>
        <caption className="visually-hidden">{t('board.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('board.component')}</th>
            {BOARD_PHASES.map((phase) => (
              <th key={phase} scope="col">
                <Link to={`/assignments?phase=${phase}`}>{t(`board.phase.${phase}`)}</Link>{' '}
                <span>{cards.filter((card) => card.phase === phase).length}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <BoardRow key={row.component.no} {...row} today={today} />
          ))}
          {without.length > 0 && <BoardRow component={null} cards={without} today={today} />}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

type RowProps = {
  component: BoardView['components'][number] | null;
  cards: BoardCardView[];
  today: string;
};

function BoardRow({ component, cards, today }: RowProps) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <tr>
      <th scope="row">
        {component === null ? (
          t('board.no-component')
        ) : (
          <>
            <b>{component.no}</b> {inLocale(component.name, locale)}
          </>
        )}
      </th>
      {BOARD_PHASES.map((phase) => (
        <td key={phase}>
          <ul>
            {cards
              .filter((card) => card.phase === phase)
              .map((card) => (
                <li key={card.code}>
                  <BoardChip card={card} today={today} />
                </li>
              ))}
          </ul>
        </td>
      ))}
    </tr>
  );
}
