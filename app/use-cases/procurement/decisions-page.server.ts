import { database } from '#db/connection.ts';
import { findAssignments } from '#db/queries/assignments.ts';
import { findCalendar } from '#db/queries/calendar.ts';
import { findUndecided } from '#db/queries/no-objections.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import { calendarDateAt } from '../../domain/shared/calendar-date.ts';
import { noObjectionView } from './no-objection-view.server.ts';
import type { WaitingDecision } from './procurement-views.ts';

/** Requests that wait for the Bank, the most pressing first; null for who sees none at all. */
export async function decisionsPage(query: {
  actor: Person;
  now: Date;
}): Promise<WaitingDecision[] | null> {
  const { actor, now } = query;
  const db = database();
  const nobody = { holderOrganisationIds: [], holderPersonIds: [], invitedPersonIds: [] };
  if (!may(actor, 'read', { type: 'no-objection', ...nobody })) return null;
  const today = calendarDateAt(now);
  const waiting = (await findUndecided(db)).filter(({ state }) => state === 'PENDING');
  const assignments = await findAssignments(db, {
    ids: [...new Set(waiting.map(({ assignmentId }) => assignmentId))],
  });
  const calendar = await findCalendar(db);
  return waiting
    .flatMap((request) => {
      const assignment = assignments.find(({ id }) => id === request.assignmentId);
      if (assignment === undefined) return [];
      const resource = { type: 'no-objection', ...assignment.standing } as const;
      if (!may(actor, 'read', resource)) return [];
      return {
        ...noObjectionView(request, { calendar, today }),
        assignment: { code: assignment.code, title: assignment.title },
        mayDecide: may(actor, 'decide', resource),
      };
    })
    .sort((left, right) => ((left.dueOn ?? '9999') < (right.dueOn ?? '9999') ? -1 : 1));
}
