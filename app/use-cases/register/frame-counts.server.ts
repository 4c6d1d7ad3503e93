import { database } from '#db/connection.ts';
import { findFrameCounts, type FrameCounts } from '#db/queries/frame-counts.ts';
import { reachOf } from '../../domain/people/reach.ts';
import type { Person } from '../../domain/people/person.ts';

/** What the frame around every page counts for `actor`. */
export async function frameCounts(actor: Person): Promise<FrameCounts> {
  return await findFrameCounts(database(), reachOf(actor, 'read', { type: 'assignment' }));
}
