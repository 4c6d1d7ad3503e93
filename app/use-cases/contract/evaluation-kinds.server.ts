import type { DocumentKind } from '../../domain/documents/document-kind.ts';

/** The texts in which the work under a contract is evaluated. */
export const EVALUATION_KINDS: readonly DocumentKind[] = ['ASSESSMENT', 'EVALUATION_REPORT'];
