import type { AuditAction, AuditSubject } from '../../domain/activity/audit-action.ts';
import { may, type AssignmentPart, type Standing } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';

/** What one must be able to read to be told of events about a subject of an assignment. */
const READERS: Partial<Record<AuditSubject, AssignmentPart | 'assignment'>> = {
  assignment: 'assignment',
  candidate: 'procurement',
  criterion: 'procurement',
  'no-objection': 'no-objection',
  contract: 'contract',
  amendment: 'contract',
  payment: 'contract',
  commitment: 'commitment',
  deliverable: 'deliverable',
  milestone: 'deliverable',
  'time-request': 'deliverable',
  'record-link': 'record-link',
  'ocds-release': 'procurement',
};

/** Subjects of one assignment of which the person is told every event; texts and comments apart. */
export function toldSubjects(actor: Person, standing: Standing): AuditSubject[] {
  return (Object.keys(READERS) as AuditSubject[]).filter((subject) => {
    const part = READERS[subject];
    return part !== undefined && may(actor, 'read', { type: part, ...standing });
  });
}

/**
 * Whether the person is told the values as well. Facts of an assignment hold its budget and the way
 * it is procured, which is for those who see the procurement.
 */
export function seesValues(
  actor: Person,
  { subjectType: subject, action }: { subjectType: AuditSubject; action: AuditAction },
  standing: Standing,
): boolean {
  // What evaluators gave and declared is for the office alone while others still judge.
  if (action === 'candidate.scored' || action === 'conflict.declared') {
    return may(actor, 'edit', { type: 'procurement', ...standing });
  }
  if (subject === 'assignment') return may(actor, 'read', { type: 'procurement', ...standing });
  const part = READERS[subject];
  return part === undefined || may(actor, 'read', { type: part, ...standing });
}
