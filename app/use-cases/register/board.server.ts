import { database } from '#db/connection.ts';
import { findBoard, type BoardDeliverable, type BoardLine } from '#db/queries/board.ts';
import type { Person } from '../../domain/people/person.ts';
import { daysOverdue } from '../../domain/register/deliverable.ts';
import { boardPhase } from '../../domain/register/stage.ts';
import { calendarDateAt, type CalendarDate } from '../../domain/shared/calendar-date.ts';
import type { BoardLineView, BoardView, DueView } from './board-views.ts';
import { registerReader } from './register-reader.server.ts';

/** Where every sub-contract stands, what presses and what comes next, as `actor` may see it. */
export async function board(actor: Person, now: Date): Promise<BoardView> {
  const today = calendarDateAt(now);
  const found = await findBoard(database(), { reader: registerReader(actor), today });
  return {
    ...found,
    today,
    cards: found.cards.map(({ stage, underReview, next, ...card }) => ({
      ...card,
      phase: boardPhase(stage, underReview ? 'yes' : 'no'),
      next: next === null ? null : dueView(next, today),
    })),
    pressing: found.pressing.map((line) => lineView(line, today)),
    upcoming: found.upcoming.map((line) => lineView(line, today)),
  };
}

function lineView({ code, next }: BoardLine, today: CalendarDate): BoardLineView {
  return { code, next: dueView(next, today) };
}

function dueView({ title, dueOn, state, reason }: BoardDeliverable, today: CalendarDate): DueView {
  const overdue = daysOverdue({ dueOn, state }, today);
  return { title, dueOn, state, daysOverdue: overdue, returnReason: reason };
}
