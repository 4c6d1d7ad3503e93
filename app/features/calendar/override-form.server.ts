import { z } from 'zod';

export const overrideForm = z.object({
  date: z.string(),
  is: z.enum(['WORKING', 'FREE', 'PUBLISHED']),
  reason: z.string().default(''),
});
