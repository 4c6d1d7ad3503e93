import { z } from 'zod';
import { ACCEPTED_BY, DELIVERABLE_KINDS, DUE_RULES } from '../../domain/register/deliverable.ts';
import { MILESTONE_RESULTS, MILESTONE_TYPES } from '../../domain/register/milestone.ts';
import { REASON_CHARACTERS_MAX } from '../../domain/register/reason.ts';

const title = z.string().trim().min(1, 'title.missing').max(300, 'title.too-long');
const day = z.string().trim().max(10, 'date.invalid');

/** Everything that is done on the page of all deliverables and milestones. */
export const deliverablesForm = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('add-deliverable'),
    kind: z.enum(DELIVERABLE_KINDS),
    titleZh: title,
    titleEn: title,
    dueRule: z.enum(DUE_RULES),
    dueOn: day,
    acceptedBy: z.enum(ACCEPTED_BY),
  }),
  z.object({
    act: z.literal('add-milestone'),
    type: z.enum(MILESTONE_TYPES),
    titleZh: title,
    titleEn: title,
    dueOn: day.min(1, 'date.invalid'),
  }),
  z.object({
    act: z.literal('record-result'),
    no: z.coerce.number().int().min(1),
    result: z.enum(MILESTONE_RESULTS),
    occurredOn: day.min(1, 'date.invalid'),
    note: z.string().trim().max(REASON_CHARACTERS_MAX, 'reason.too-long'),
  }),
]);
