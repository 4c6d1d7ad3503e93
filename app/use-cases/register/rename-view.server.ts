import { inTransaction } from '#db/connection.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { hasViewNamed, holdSavedView, renameSavedView } from '#db/queries/saved-views.ts';
import type { Person } from '../../domain/people/person.ts';
import { checkedViewName } from '../../domain/register/view-name.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';

type Wish = { actor: Person; viewId: string; name: string; now: Date };

/** Another person's view is not there, exactly as one that never was. */
export async function renameView({
  actor,
  viewId,
  name: written,
  now,
}: Wish): Promise<Result<null, Refusal>> {
  const name = checkedViewName(written);
  if (!name.ok) return name;
  return await inTransaction<Result<null, Refusal>>(async (tx) => {
    const view = await holdSavedView(tx, { id: viewId, personId: actor.id });
    if (view === null) return refused({ code: 'not-found' });
    if (view.name === name.value) return granted(null);
    if (await hasViewNamed(tx, { personId: actor.id, name: name.value })) {
      return refused({ code: 'view.name-taken' });
    }
    await renameSavedView(tx, { id: viewId, name: name.value });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'saved-view.renamed',
      subjectType: 'saved-view',
      subjectId: viewId,
      details: { before: { name: view.name }, after: { name: name.value } },
    });
    return granted(null);
  });
}
