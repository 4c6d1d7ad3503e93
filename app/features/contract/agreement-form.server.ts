import { z } from 'zod';

/** The amendment that the person has read, so that no other one is agreed to. */
export const agreementForm = z.object({ amendmentId: z.string().max(100) });
