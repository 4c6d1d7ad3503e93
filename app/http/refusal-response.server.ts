import { json, type TypedResponse } from '../framework.server.ts';
import type { RefusalCode } from '../domain/shared/refusal-code.ts';
import { refusalStatus } from './refusal-status.ts';

/** What a refused form gets back: the reason, which fields it is about, and what was typed. */
export type FormRefusal = {
  code: RefusalCode;
  /** Reason for each field that is not acceptable. */
  fields: Readonly<Record<string, RefusalCode>>;
  /** What was sent, to fill the form again; never a password. */
  submitted: Readonly<Record<string, string>>;
};

/** Answers a form with a refusal; the page shows it through `useActionData`. */
export function refusalResponse(
  refusal: { code: RefusalCode } & Partial<FormRefusal>,
): TypedResponse<{ refusal: FormRefusal }> {
  const { code, fields = {}, submitted = {} } = refusal;
  return json({ refusal: { code, fields, submitted } }, { status: refusalStatus(code) });
}

/** The one answer for what does not exist and for what is not open to the person. */
export function notFound(): Response {
  return new Response(null, { status: 404 });
}
