import { SOON_DAYS } from '../../domain/register/register-query.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import type { BoardView } from '../../use-cases/register/board-views.ts';
import { Board } from './Board.tsx';
import { BoardLegend } from './BoardLegend.tsx';
import styles from './BoardScreen.module.css';
import { DeliverableLines } from './DeliverableLines.tsx';
import { IndividualLines } from './IndividualLines.tsx';
import shared from './register.module.css';

/** Where every sub-contract stands, what presses, what comes next. */
export function BoardScreen({ board }: { board: BoardView }) {
  const t = useTranslate();
  const { cards, individuals, today } = board;
  return (
    <>
      <RecordHeader
        title={t('board.title', { count: cards.length })}
        summary={<Summary counts={board.counts} />}
      />
      <div className={shared.body}>
        {cards.length === 0 && individuals.length === 0 ? (
          <Card title={t('board.empty')}>
            <EmptyState>{t('board.empty.hint')}</EmptyState>
          </Card>
        ) : (
          <div>
            <Board board={board} />
            <BoardLegend cards={cards} />
          </div>
        )}
        <div className={styles.lists}>
          <Card title={t('board.attention')}>
            <DeliverableLines
              lines={board.pressing}
              today={today}
              empty={t('board.attention.empty')}
            />
          </Card>
          <Card title={t('board.next')}>
            <DeliverableLines lines={board.upcoming} today={today} empty={t('board.next.empty')} />
          </Card>
          {individuals.length > 0 && (
            <Card title={t('board.individuals')}>
              <IndividualLines board={board} />
            </Card>
          )}
        </div>
      </div>
    </>
  );
}

function Summary({ counts }: Pick<BoardView, 'counts'>) {
  const t = useTranslate();
  const { late, returned, soon, comments } = counts;
  return (
    <>
      {late > 0 && <b className={styles.late}>{t('board.summary.late', { count: late })}</b>}
      {returned > 0 && <span>{t('board.summary.returned', { count: returned })}</span>}
      <span>{t('board.summary.due', { count: soon, days: SOON_DAYS })}</span>
      <span>{t('board.summary.comments', { count: comments })}</span>
    </>
  );
}
