import { z } from 'zod';

const title = z.string().trim().min(1, 'title.missing').max(300, 'title.too-long');

export const factsForm = z.object({
  titleZh: title,
  titleEn: title,
  /** Empty leaves the assignment without component. */
  componentId: z.string().max(100, 'component.unknown'),
});
