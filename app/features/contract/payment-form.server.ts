import { z } from 'zod';
import { calendarDay } from './contract-fields.server.ts';

export const paymentForm = z.object({
  paymentId: z.string().max(100),
  record: z.enum(['invoice', 'release']),
  occurredOn: calendarDay,
  reference: z.string().max(100),
});
