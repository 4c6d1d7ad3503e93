import { z } from 'zod';

export const freezeForm = z.object({ reason: z.string().max(500, 'reason.too-long').default('') });
