import { database } from '#db/connection.ts';
import { findTors, type TorRecord } from '#db/queries/my-tors.ts';
import type { Person } from '../../domain/people/person.ts';
import { reachOf } from '../../domain/people/reach.ts';
import { sectionCounts } from '../documents/section-counts.server.ts';
import type { MyTors, TorStep, TorView } from './tor-views.ts';

/** Counting the sections of a text that was not counted yet means reading it. */
const TORS_A_PAGE = 50;
const TOR = { type: 'document', kind: 'TOR' } as const;

/**
 * The terms of reference that `actor` leads or contributes to. Who may begin assignments, the
 * office, sees those of all.
 */
export async function myTors(actor: Person, asked: { page: number }): Promise<MyTors> {
  const { tors, count } = await findTors(database(), {
    personId: actor.id,
    organisationIds: actor.memberships.map(({ organisationId }) => organisationId),
    everyone: reachOf(actor, 'create', { type: 'assignment' }).everywhere,
    assignments: reachOf(actor, 'read', { type: 'assignment' }),
    read: reachOf(actor, 'read', TOR),
    write: reachOf(actor, 'edit', TOR),
    start: reachOf(actor, 'create', TOR),
    noObjections: reachOf(actor, 'read', { type: 'no-objection' }),
    limit: TORS_A_PAGE,
    offset: (asked.page - 1) * TORS_A_PAGE,
  });
  const pages = Math.max(1, Math.ceil(count / TORS_A_PAGE));
  if (asked.page > pages) return await myTors(actor, { page: pages });
  const views: TorView[] = [];
  // One after the other: each may read a whole text.
  for (const tor of tors) views.push(await viewOf(tor));
  return { tors: views, count, page: asked.page, pages };
}

async function viewOf(tor: TorRecord): Promise<TorView> {
  const { code, title, stage, isLed, document, pending } = tor;
  return {
    code,
    title,
    stage,
    isLed,
    document:
      document === null
        ? null
        : {
            id: document.id,
            title: document.title,
            openThreads: document.openThreads,
            sections: await sectionCounts(document),
          },
    pending,
    step: stepOf(tor),
  };
}

function stepOf({ code, mayStart, document }: TorRecord): TorStep {
  if (document === null) {
    return mayStart
      ? { act: 'start', to: `/assignments/${code}/documents/new?kind=TOR` }
      : { act: 'open', to: `/assignments/${code}` };
  }
  const to = `/documents/${document.id}`;
  if (document.openThreads > 0) return { act: 'comments', to };
  return document.mayWrite ? { act: 'write', to: `${to}/edit` } : { act: 'read', to };
}
