import type { RefusalCode } from '../domain/shared/refusal-code.ts';

/** The HTTP status that goes with a refusal. What is not listed is 422: understood, not acceptable. */
export function refusalStatus(code: RefusalCode): number {
  return STATUS_OF[code] ?? 422;
}

const STATUS_OF: Partial<Record<RefusalCode, number>> = {
  'sign-in.wrong': 401,
  'sign-in.expired': 401,
  'sign-in.too-many': 429,
  'not-found': 404,
  'not-allowed': 403,
  'form.origin': 403,
  'form.too-large': 413,
  'attachment.too-large': 413,
  'attachment.type': 415,
  'body.malformed': 400,
  'suggestion.moved': 409,
  'suggestion.done': 409,
  'document.locked': 409,
  'block.gone': 409,
  'block.changed': 409,
  'import.moved': 409,
  'import.applied': 409,
  'view.name-taken': 409,
  'server.fault': 500,
};
