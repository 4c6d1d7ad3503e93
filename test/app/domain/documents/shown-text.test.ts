import { expect, test } from 'vitest';
import { leafText, type Inline } from '#app/domain/documents/document-tree.ts';
import { shownText } from '#app/domain/documents/shown-text.ts';
import { REGISTER_FIELDS, type RegisterValues } from '#app/domain/documents/template.ts';

const values: RegisterValues = {
  ...(Object.fromEntries(REGISTER_FIELDS.map((field) => [field, ''])) as RegisterValues),
  'assignment.code': 'PMI-3',
};

test('a value is read in place of its stand-in, and every character knows where it stands', () => {
  const inlines: Inline[] = [
    { type: 'text', text: 'of ', marks: [] },
    {
      type: 'link',
      href: 'https://example.org',
      inlines: [{ type: 'register-field', field: 'assignment.code' }],
    },
    { type: 'register-field', field: 'assignment.firm.en' },
    { type: 'footnote', text: 'a note' },
    { type: 'text', text: ' now', marks: [] },
  ];

  const shown = shownText(inlines, values);

  expect(shown.text).toBe('of PMI-3\uFFFC now');
  expect(shown.offsets).toEqual([0, 1, 2, 3, 3, 3, 3, 3, 5, 6, 7, 8, 9]);
  expect(leafText(inlines)).toHaveLength(10);
});
