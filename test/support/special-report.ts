/** A deliverable of its own for a test, and the report that is handed in for it. */
import { and, asc, eq } from 'drizzle-orm';
import type { Person } from '#app/domain/people/person.ts';
import type { AcceptedBy } from '#app/domain/register/deliverable.ts';
import { startDocument } from '#app/use-cases/documents/start-document.server.ts';
import { addDeliverable } from '#app/use-cases/register/add-deliverable.server.ts';
import { closeThread } from '#app/use-cases/review/close-thread.server.ts';
import { raiseComment } from '#app/use-cases/review/raise-comment.server.ts';
import { threadsOf } from '#app/use-cases/review/threads-of.server.ts';
import { database } from '#db/connection.ts';
import { auditEvents, deliverables } from '#db/schema/index.ts';
import { editDocument } from './edit-document.ts';

/** Words of the interim report as it is started. */
const QUOTE = '样本为';

/** @returns the number of a new deliverable, called "Special report". */
export async function addedDeliverable(
  office: Person,
  acceptedBy: AcceptedBy,
  code = 'PMI-17',
): Promise<number> {
  const added = await addDeliverable({
    actor: office,
    code,
    kind: 'INTERIM',
    titleZh: '专题报告',
    titleEn: 'Special report',
    dueRule: 'FIXED_DATE',
    dueOn: '2030-06-28',
    acceptedBy,
    now: new Date(),
  });
  if (!added.ok) throw new Error(added.refusal.code);
  return added.value.no;
}

/** @returns the id of a new report by the firm. */
export async function startedReport(
  firm: Person,
  kind: 'INTERIM_REPORT' | 'FINAL_REPORT',
  code = 'PMI-17',
): Promise<string> {
  const started = await startDocument({
    actor: firm,
    code,
    kind,
    templateKey: null,
    title: '报告',
    now: new Date(),
  });
  if (!started.ok) throw new Error(started.refusal.code);
  return started.value.documentId;
}

export async function writeOn(documentId: string, firm: Person): Promise<void> {
  await editDocument({ documentId, personId: firm.id, words: QUOTE, by: `${QUOTE}约` });
}

export async function raise(
  actor: Person,
  comment: { documentId: string; type: 'ISSUE' | 'QUESTION'; visibility?: 'INSTITUTION' },
): Promise<void> {
  const raised = await raiseComment({
    actor,
    body: '样本说明不足。',
    anchor: { quote: QUOTE, prefix: '', suffix: '' },
    suggestedText: null,
    visibility: 'ALL',
    now: new Date(),
    ...comment,
  });
  if (!raised.ok) throw new Error(raised.refusal.code);
}

export async function closeIssues(actor: Person, documentId: string): Promise<void> {
  for (const { id, type } of (await threadsOf(actor, documentId)) ?? []) {
    if (type === 'ISSUE') await closeThread({ actor, threadId: id, now: new Date() });
  }
}

/** Key of the newest deliverable with this number that a test added. */
export async function specialReportId(no: number): Promise<string> {
  const rows = await database()
    .select({ id: deliverables.id })
    .from(deliverables)
    .where(and(eq(deliverables.no, no), eq(deliverables.titleEn, 'Special report')))
    .orderBy(asc(deliverables.id));
  const last = rows.at(-1);
  if (last === undefined) throw new Error(`No deliverable ${no}.`);
  return last.id;
}

/** Everything that was recorded about something, the earliest first. */
export async function eventsOn(subjectId: string) {
  return await database()
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.subjectId, subjectId))
    .orderBy(asc(auditEvents.seq));
}
