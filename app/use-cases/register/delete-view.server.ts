import { inTransaction } from '#db/connection.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { deleteSavedView, holdSavedView } from '#db/queries/saved-views.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';

type Wish = { actor: Person; viewId: string; now: Date };

/** Another person's view is not there, exactly as one that never was. */
export async function deleteView({ actor, viewId, now }: Wish): Promise<Result<null, Refusal>> {
  return await inTransaction<Result<null, Refusal>>(async (tx) => {
    const view = await holdSavedView(tx, { id: viewId, personId: actor.id });
    if (view === null) return refused({ code: 'not-found' });
    await deleteSavedView(tx, viewId);
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'saved-view.deleted',
      subjectType: 'saved-view',
      subjectId: viewId,
      details: { before: { name: view.name, query: view.query }, after: null },
    });
    return granted(null);
  });
}
