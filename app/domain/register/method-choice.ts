import type { AssignmentKind, SelectionMethod } from './assignment.ts';

/**
 * Whether a kind of assignment may be procured by a method: a person by individual or direct
 * selection, a firm by every method but the individual one.
 */
export function isMethodOf(kind: AssignmentKind, method: SelectionMethod): boolean {
  if (kind === 'INDIVIDUAL') return method === 'INDV' || method === 'CDS';
  return method !== 'INDV';
}
