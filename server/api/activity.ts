/** What happened: on one assignment, and in the whole project. */
import { assignmentActivity } from '#app/use-cases/activity/assignment-activity.server.ts';
import type { ActivityPage } from '#app/use-cases/activity/activity-views.ts';
import { projectAudit } from '#app/use-cases/activity/project-audit.server.ts';
import { endpoint, type Answer } from './endpoint.ts';
import { eventShape, listOf } from './shapes.ts';

const EVENTS_MAX = 200;

export const activityEndpoints = [
  endpoint({
    method: 'get',
    path: '/assignments/{code}/activity',
    summary: 'What happened on the assignment, as far as the caller may know it, newest first.',
    body: null,
    answers: listOf(eventShape),
    handle: async ({ params, query }, { person }) => {
      const asked = pageAsked(query);
      if (asked === null) return { refusal: { code: 'form.invalid' } };
      const code = params.code ?? '';
      return answerOf(await assignmentActivity({ actor: person, code, ...asked }));
    },
  }),
  endpoint({
    method: 'get',
    path: '/audit',
    summary:
      'Everything that was recorded in the project, newest first; for office and administrator.',
    body: null,
    answers: listOf(eventShape),
    handle: async ({ query }, { person }) => {
      const asked = pageAsked(query);
      if (asked === null) return { refusal: { code: 'form.invalid' } };
      return answerOf(await projectAudit({ actor: person, ...asked }));
    },
  }),
];

/** The cursor is the sequence of the last event told; null where it or the limit is no number. */
function pageAsked(query: URLSearchParams): { before: number | null; limit: number } | null {
  const cursor = query.get('cursor');
  const limit = query.get('limit') ?? String(EVENTS_MAX);
  if (!/^\d{1,15}$/.test(cursor ?? '0') || !/^[1-9]\d{0,5}$/.test(limit)) return null;
  return {
    before: cursor === null ? null : Number(cursor),
    limit: Math.min(Number(limit), EVENTS_MAX),
  };
}

function answerOf(page: ActivityPage | null): Answer {
  if (page === null) return { refusal: { code: 'not-found' } };
  const nextCursor = page.next === null ? null : String(page.next);
  return { status: 200, json: { items: page.events, nextCursor } };
}
