import type { DueRow } from '../../use-cases/register/due-views.ts';

/** Where the act that a row of the due list asks for is done. */
export function dueActPath({ act, about, code, no }: DueRow): string {
  const assignment = `/assignments/${encodeURIComponent(code)}`;
  if (act === 'INVOICE') return `${assignment}/contract`;
  if (about === 'no-objection') return `${assignment}/procurement`;
  if (about === 'milestone') return `${assignment}/deliverables#milestone-${String(no)}`;
  return `${assignment}/deliverables/${String(no)}`;
}
