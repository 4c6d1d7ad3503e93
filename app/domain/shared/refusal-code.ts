/**
 * Why something was refused, as a stable code. Server code returns codes; the words for people are
 * in the catalogues under `refusals`, one sentence for each code. Codes are part of the REST contract.
 */
export const REFUSAL_CODES = [
  'sign-in.wrong',
  'sign-in.too-many',
  'sign-in.expired',
  'not-found',
  'not-allowed',
  'form.invalid',
  'form.origin',
  'form.too-large',
  'email.missing',
  'email.invalid',
  'password.missing',
  'password.too-short',
  'name.missing',
  'date.invalid',
  'reason.missing',
  'reason.too-long',
  'title.missing',
  'title.too-long',
  'component.unknown',
  'template.unknown',
  'kind.unknown',
  'comment.empty',
  'comment.too-long',
  'quote.missing',
  'quote.not-found',
  'quote.too-long',
  'suggestion.moved',
  'suggestion.none',
  'suggestion.done',
  'document.locked',
  'block.gone',
  'block.changed',
  'block.objects',
  'block.too-long',
  'attachment.too-large',
  'attachment.type',
  'body.malformed',
  'import.file-missing',
  'import.no-header',
  'import.header-unknown',
  'import.header-twice',
  'import.header-merged',
  'import.no-rows',
  'import.too-many-rows',
  'import.moved',
  'import.applied',
  'import.nothing',
  'ocds.refused',
  'xlsx.empty',
  'xlsx.not-a-workbook',
  'xlsx.old-format',
  'xlsx.encrypted',
  'xlsx.damaged',
  'xlsx.unsafe',
  'xlsx.too-large',
  'xlsx.too-many-rows',
  'xlsx.too-many-columns',
  'xlsx.bomb',
  'xlsx.too-heavy',
  'server.fault',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export function isRefusalCode(value: unknown): value is RefusalCode {
  return (REFUSAL_CODES as readonly unknown[]).includes(value);
}

/** An expected outcome that is not a success, where nothing more than the reason is told. */
export type Refusal = { code: RefusalCode };
