import { z } from 'zod';
import { COMMITMENT_KINDS, COMMITMENT_RESULTS } from '../../domain/contract/contract.ts';
import { optionalDay } from './contract-fields.server.ts';

const text = z.string().max(4000);
const line = z.string().max(500);

export const commitmentForm = z.object({
  kind: z.enum(COMMITMENT_KINDS),
  textZh: text,
  textEn: text,
  target: line,
  unit: line,
  dueOn: optionalDay,
  documentVersionId: z.string().max(100).default(''),
  quote: text.default(''),
});

export const checkForm = z.object({
  deliverableId: z.string().max(100),
  result: z.enum(COMMITMENT_RESULTS),
  reached: line.default(''),
  evidence: text,
  documentVersionId: z.string().max(100).default(''),
});
