import { z } from 'zod';
import { RULE_NAMES } from '../../domain/procurement/procurement-rule.ts';
import { SELECTION_METHODS } from '../../domain/register/assignment.ts';

const source = z.string().trim().min(1, 'rule.source').max(300, 'title.too-long');

export const ruleForm = z.object({
  name: z.enum(RULE_NAMES),
  /** Empty for every method. */
  method: z.enum(['', ...SELECTION_METHODS]),
  value: z.string().regex(/^\d{1,4}$/, 'rule.value'),
  effectiveFrom: z.string().min(1, 'date.invalid').max(10, 'date.invalid'),
  sourceZh: source,
  sourceEn: source,
  isConfirmed: z.enum(['yes', 'no']),
});
