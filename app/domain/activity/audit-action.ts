/** What an event can be about. */
export const AUDIT_SUBJECTS = [
  'assignment',
  'document',
  'thread',
  'person',
  'session',
  'candidate',
  'criterion',
  'no-objection',
  'contract',
  'amendment',
  'payment',
  'commitment',
  'deliverable',
  'milestone',
  'time-request',
  'record-link',
  'saved-view',
  'calendar-day',
  'procurement-rule',
  'register-import',
  'ocds-release',
] as const;
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number];

/** Everything that is recorded: `<noun>.<past participle>`. Each has its words in both languages. */
export const AUDIT_ACTIONS = [
  'assignment.corrected',
  'attachment.added',
  'block.edited',
  'calendar-day.overridden',
  'document.created',
  'document.locked',
  'document.unlocked',
  'person.created',
  'record-link.created',
  'record-link.removed',
  'session.opened',
  'suggestion.accepted',
  'thread.closed',
  'thread.opened',
  'thread.replied',
  'version.frozen',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
