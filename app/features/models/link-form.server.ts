import { z } from 'zod';
import { LINK_RELATIONS } from '../../domain/models/model.ts';

export const linkForm = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('link'),
    record: z.string(),
    target: z.string('link.unknown-target'),
    relation: z.enum(LINK_RELATIONS),
  }),
  z.object({ act: z.literal('remove'), link: z.string() }),
]);
