import { expect, test } from 'vitest';
import { linkCompleteness } from '#app/domain/models/link-completeness.ts';

test('[I14] texts and comments are counted, a comment also through the text it stands beside', () => {
  const records = [
    { type: 'assignment', id: 'a' },
    { type: 'document', id: 'linked' },
    { type: 'document', id: 'bare' },
    { type: 'thread', id: 'beside', documentId: 'linked' },
    { type: 'thread', id: 'own', documentId: 'bare' },
    { type: 'thread', id: 'none', documentId: 'bare' },
  ] as const;

  const linked = new Set(['assignment:a', 'document:linked', 'thread:own']);
  expect(linkCompleteness(records, linked)).toEqual({ linked: 3, of: 5 });
  expect(linkCompleteness([], linked)).toEqual({ linked: 0, of: 0 });
});
