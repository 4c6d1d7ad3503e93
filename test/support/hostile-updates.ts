/**
 * Updates that no editor makes, each with the answer of the gate. The attacker owns ATTACKER; the
 * text belongs to VICTIM. Bytes and sizes follow attacks that were run against plain Yjs.
 */
import type * as Y from 'yjs';
import { placesIn, type HostileUpdate } from './hostile/attacked-document.ts';
import { brokenBytes, deletes, endlessNumbers } from './hostile/broken-bytes.ts';
import { countsAndSizes } from './hostile/counts-and-sizes.ts';
import { deep, slow } from './hostile/depth-and-distance.ts';
import { foreignContent } from './hostile/foreign-content.ts';
import { harmless } from './hostile/harmless.ts';
import { strangeClients, gapsAndCircles, retold } from './hostile/ids-and-circles.ts';
import { wrongPlaces } from './hostile/wrong-places.ts';
import { wrongValues } from './hostile/wrong-values.ts';

export { ACCOMPLICE, ATTACKER, attackedDocument, VICTIM } from './hostile/attacked-document.ts';
export type { HostileUpdate };

export function hostileUpdates(doc: Y.Doc): HostileUpdate[] {
  const places = placesIn(doc);
  return [
    ...countsAndSizes(),
    ...strangeClients(places),
    ...gapsAndCircles(places),
    ...foreignContent(),
    ...wrongPlaces(places),
    ...wrongValues(places),
    ...deep(),
    ...slow(places),
    ...deletes(places),
    ...brokenBytes(),
    ...endlessNumbers(places),
    ...retold(places),
    ...harmless(places),
  ];
}
