import type * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { AnyBudget } from './any-value.ts';
import type { Entry } from './entry.ts';
import type { Placement } from './placement.ts';
import type { Reference } from './screen-order.ts';

/** What the gate remembers while it reads one update. */
export type Screening = {
  decoder: decoding.Decoder;
  store: Y.Doc['store'];
  /** Whether the sender may write under this client id. */
  owns: (clientId: number) => boolean;
  any: AnyBudget;
  formats: number;
  /** Clock of each client after this update. */
  next: Map<number, number>;
  placement: Placement;
  /** Ids named before they may have come; checked at the end. */
  references: Reference[];
  /** What the update has to remove itself, for each client in the order of the clocks. */
  formerValues: Entry[];
  /** Whether it tells again what the document has. */
  hasKnown: boolean;
};

/** The clock up to which a client's structs exist, in the document or in this update. */
export function knownClock(screening: Screening, client: number): number {
  return screening.next.get(client) ?? Y.getState(screening.store, client);
}
