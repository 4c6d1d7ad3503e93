import { useTranslate } from '../../i18n/translate.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import type {
  AssignmentView,
  RegisterOverview,
} from '../../use-cases/register/assignment-views.ts';
import { Board } from './Board.tsx';
import { BoardLegend } from './BoardLegend.tsx';
import styles from './BoardScreen.module.css';
import { deliverableDistance, SOON_DAYS } from './deliverable-distance.ts';
import { DeliverableLines } from './DeliverableLines.tsx';
import { IndividualLines } from './IndividualLines.tsx';
import shared from './register.module.css';

/** The first page: where every sub-contract stands, what presses, what comes next. */
export function BoardScreen({ overview }: { overview: RegisterOverview }) {
  const t = useTranslate();
  const { assignments, today } = overview;
  const contracts = assignments.filter(({ kind }) => kind === 'SUBCONTRACT');
  const individuals = assignments.filter(({ kind }) => kind === 'INDIVIDUAL');
  const waiting = assignments
    .filter(({ nextDeliverable }) => nextDeliverable !== null)
    .sort((left, right) => dueKey(left).localeCompare(dueKey(right)));
  const pressing = waiting.filter(isPressing);
  const upcoming = waiting
    .filter((assignment) => !isPressing(assignment) && assignment.nextDeliverable?.dueOn != null)
    .slice(0, 6);
  return (
    <>
      <RecordHeader
        title={t('register.board.title', { count: contracts.length })}
        summary={<Summary assignments={assignments} today={today} />}
      />
      <div className={shared.body}>
        {assignments.length === 0 ? (
          <Card title={t('register.board.empty')}>
            <EmptyState>{t('register.board.empty.hint')}</EmptyState>
          </Card>
        ) : (
          <div>
            <Board overview={{ ...overview, assignments: contracts }} />
            <BoardLegend assignments={contracts} />
          </div>
        )}
        <div className={styles.lists}>
          <Card title={t('register.board.attention')}>
            <DeliverableLines
              assignments={pressing}
              today={today}
              empty={t('register.board.attention.empty')}
            />
          </Card>
          <Card title={t('register.board.next')}>
            <DeliverableLines
              assignments={upcoming}
              today={today}
              empty={t('register.board.next.empty')}
            />
          </Card>
          {individuals.length > 0 && (
            <Card title={t('register.board.individuals')}>
              <IndividualLines assignments={individuals} />
            </Card>
          )}
        </div>
      </div>
    </>
  );
}

function Summary({ assignments, today }: Pick<RegisterOverview, 'assignments' | 'today'>) {
  const t = useTranslate();
  const next = assignments.flatMap(({ nextDeliverable }) => nextDeliverable ?? []);
  const late = next.filter(({ daysOverdue }) => daysOverdue > 0).length;
  const returned = next.filter(({ state }) => state === 'RETURNED').length;
  const soon = next.filter((row) => deliverableDistance(row, today).kind === 'soon').length;
  const comments = assignments.reduce((sum, { openThreads }) => sum + openThreads, 0);
  return (
    <>
      {late > 0 && (
        <b className={styles.late}>{t('register.board.summary.late', { count: late })}</b>
      )}
      {returned > 0 && <span>{t('register.board.summary.returned', { count: returned })}</span>}
      <span>{t('register.board.summary.due', { count: soon, days: SOON_DAYS })}</span>
      <span>{t('register.board.summary.comments', { count: comments })}</span>
    </>
  );
}

function isPressing({ nextDeliverable }: AssignmentView): boolean {
  if (nextDeliverable === null) return false;
  return nextDeliverable.daysOverdue > 0 || nextDeliverable.state === 'RETURNED';
}

function dueKey({ nextDeliverable }: AssignmentView): string {
  return nextDeliverable?.dueOn ?? '9999';
}
