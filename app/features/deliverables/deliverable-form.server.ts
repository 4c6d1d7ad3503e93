import { z } from 'zod';
import { REASON_CHARACTERS_MAX } from '../../domain/register/reason.ts';

const day = z.string().trim().max(10, 'date.invalid');
const reason = z
  .string()
  .trim()
  .min(1, 'reason.missing')
  .max(REASON_CHARACTERS_MAX, 'reason.too-long');
const note = z.string().trim().max(REASON_CHARACTERS_MAX, 'reason.too-long');

/** Everything that is done on the page of one deliverable. */
export const deliverableForm = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('submit'),
    documentId: z
      .string('deliverable.wrong-document')
      .min(1, 'deliverable.wrong-document')
      .max(100, 'deliverable.wrong-document'),
  }),
  z.object({ act: z.literal('accept') }),
  z.object({ act: z.literal('return'), reason }),
  z.object({ act: z.literal('ask-time'), dueOn: day.min(1, 'date.invalid'), reason }),
  z.object({
    act: z.literal('decide-time'),
    requestId: z.string().max(100),
    decision: z.enum(['GRANTED', 'REFUSED']),
    grantedDueOn: day,
    note,
  }),
  z.object({ act: z.literal('set-date'), dueOn: day.min(1, 'date.invalid') }),
]);
export type DeliverableForm = z.output<typeof deliverableForm>;
