/** What the Bank was asked in the demo: one request waits, one is granted, one is void. */
import { createHash } from 'node:crypto';
import { addWorkingDays } from '../../app/domain/calendar/working-days.ts';
import { REGISTER_FIELDS, type RegisterValues } from '../../app/domain/documents/template.ts';
import { calendarDateAt } from '../../app/domain/shared/calendar-date.ts';
import { stateOfUpdates } from '../../server/content/state-of-updates.ts';
import type { Transaction } from '../client.ts';
import { newId } from '../new-id.ts';
import { findAssignments, type AssignmentRecord } from '../queries/assignments.ts';
import { findCalendar } from '../queries/calendar.ts';
import { insertVersion } from '../queries/document-versions.ts';
import { loadLog } from '../queries/document-updates.ts';
import { findDocumentsOf } from '../queries/documents.ts';
import { insertNoObjection, insertNoObjectionDecision } from '../queries/no-objections.ts';
import type { DemoKeys } from './demo.ts';

type DemoRequest = {
  code: string;
  no: number;
  daysAgo: number;
  /** Days after the request; null while the Bank has not answered. */
  grantedAfter: number | null;
};

/** The first on PMI-4 is void: the second one asks about a later version. */
const DEMO_REQUESTS: readonly DemoRequest[] = [
  { code: 'PMI-2', no: 1, daysAgo: 4, grantedAfter: null },
  { code: 'PMI-4', no: 1, daysAgo: 460, grantedAfter: 9 },
  { code: 'PMI-4', no: 2, daysAgo: 440, grantedAfter: 8 },
];

const MS_PER_DAY = 86_400_000;
/** The clock of the rules that every installation starts with. */
const CLOCK_WORKING_DAYS = 10;

export async function seedDemoNoObjections(
  tx: Transaction,
  keys: DemoKeys,
  now: Date,
): Promise<void> {
  const calendar = await findCalendar(tx);
  for (const request of DEMO_REQUESTS) {
    const assignmentId = keys.assignment(request.code);
    const [assignment] = await findAssignments(tx, { ids: [assignmentId] });
    const documents = await findDocumentsOf(tx, [assignmentId]);
    const document = documents.find(({ kind }) => kind === 'TOR');
    if (assignment === undefined || document === undefined) {
      throw new Error(`The demo asks about a TOR of ${request.code}, which has none.`);
    }
    const requestedAt = new Date(now.getTime() - request.daysAgo * MS_PER_DAY);
    const requestedBy = keys.person('pmo@demo.test');
    const documentVersionId = await freeze(tx, {
      documentId: document.id,
      assignment,
      no: request.no,
      createdBy: requestedBy,
      at: requestedAt,
    });
    const id = newId();
    await insertNoObjection(tx, {
      id,
      assignmentId,
      no: request.no,
      subject: 'TOR',
      documentVersionId,
      dueOn: addWorkingDays(calendar, calendarDateAt(requestedAt), CLOCK_WORKING_DAYS),
      requestedBy,
      requestedAt,
    });
    if (request.grantedAfter !== null) {
      await insertNoObjectionDecision(tx, {
        noObjectionId: id,
        decision: 'GRANTED',
        decidedBy: keys.person('lead@bank.demo.test'),
        decidedAt: new Date(requestedAt.getTime() + request.grantedAfter * MS_PER_DAY),
      });
    }
  }
}

/** The demo has no past: what was frozen is the text as it was loaded. */
async function freeze(
  tx: Transaction,
  given: {
    documentId: string;
    assignment: AssignmentRecord;
    no: number;
    createdBy: string;
    at: Date;
  },
): Promise<string> {
  const { documentId, assignment, no, createdBy, at } = given;
  const { parts, seq } = await loadLog(tx, documentId);
  const state = stateOfUpdates(parts);
  const registerValues = valuesOf(assignment);
  const sorted = JSON.stringify(
    Object.fromEntries(Object.entries(registerValues).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
  const id = newId();
  await insertVersion(tx, {
    id,
    documentId,
    no,
    seq,
    state,
    registerValues,
    sha256: new Uint8Array(createHash('sha256').update(state).update(sorted).digest()),
    reason: '',
    createdBy,
    createdAt: at,
  });
  return id;
}

function valuesOf(assignment: AssignmentRecord): RegisterValues {
  const known: Partial<RegisterValues> = {
    'assignment.code': assignment.code,
    'assignment.title.zh': assignment.title.zh,
    'assignment.title.en': assignment.title.en,
    'assignment.component.zh': assignment.component?.name.zh ?? '',
    'assignment.component.en': assignment.component?.name.en ?? '',
    'assignment.method': assignment.method,
  };
  return Object.fromEntries(
    REGISTER_FIELDS.map((field) => [field, known[field] ?? '']),
  ) as RegisterValues;
}
