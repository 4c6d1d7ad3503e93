import { z } from 'zod';
import { PROCUREMENT_REVIEWS } from '../../domain/register/assignment.ts';
import { CURRENCIES } from '../../domain/contract/currency.ts';

const title = z.string().trim().min(1, 'title.missing').max(300, 'title.too-long');

/** A row of the register as it was typed. */
const rowForm = z.object({
  intent: z.literal('edit'),
  code: z.string().max(40),
  titleZh: title,
  titleEn: title,
  componentId: z.string().max(100, 'component.unknown'),
  /** Empty when no budget is planned. */
  planned: z.string().trim().max(40, 'amount.too-large').default(''),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'currency.unknown')
    .default(CURRENCIES[0]),
});

export type RowForm = z.output<typeof rowForm>;

/** The selected rows stand under names of their own, `row-PMI-9`. */
const bulkForm = z.looseObject({
  intent: z.literal('bulk'),
  componentId: z.string().max(100, 'component.unknown').default(''),
  managerId: z.string().max(100, 'manager.unknown').default(''),
  review: z.enum(['', ...PROCUREMENT_REVIEWS]).default(''),
});

/** The two forms of the register: one open row, or what is done with the selected ones. */
export const registerForm = z.discriminatedUnion('intent', [rowForm, bulkForm]);

/** What the form of the selected rows asks for. */
export function selectionOf(form: z.output<typeof bulkForm>) {
  const { componentId, managerId, review } = form;
  const texts = Object.entries(form).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return {
    codes: texts.flatMap(([name]) => (name.startsWith(ROW) ? [name.slice(ROW.length)] : [])),
    change: {
      componentId: componentId === '' ? undefined : orNull(componentId),
      managerId: managerId === '' ? undefined : managerId,
      review: review === '' ? undefined : review,
    },
    submitted: Object.fromEntries(texts),
  };
}

const ROW = 'row-';

export const viewForm = z.object({
  intent: z.enum(['save', 'rename', 'delete']),
  viewId: z.string().max(100).default(''),
  name: z.string().max(1_000, 'view.name-too-long').default(''),
  search: z.string().max(2_000).default(''),
});

function orNull(componentId: string): string | null {
  return componentId === 'none' ? null : componentId;
}
