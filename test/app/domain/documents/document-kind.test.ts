import { expect, test } from 'vitest';
import { DOCUMENT_KINDS, parseDocumentKind } from '#app/domain/documents/document-kind.ts';

test.each(DOCUMENT_KINDS)('%s is understood in any case and with hyphens', (kind) => {
  expect(parseDocumentKind(kind)).toBe(kind);
  expect(parseDocumentKind(kind.toLowerCase())).toBe(kind);
  expect(parseDocumentKind(` ${kind.toLowerCase().replaceAll('_', '-')} `)).toBe(kind);
});

test.each(['', 'T OR', 'TORS', 'constructor', '__proto__', 'INTERIM REPORT', 'toString'])(
  '%j is no kind of document',
  (value) => {
    expect(parseDocumentKind(value)).toBeNull();
  },
);
