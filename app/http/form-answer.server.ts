import type { RefusalCode } from '../domain/shared/refusal-code.ts';
import type { Result } from '../domain/shared/result.ts';
import { redirect } from '../framework.server.ts';
import { notFound, refusalResponse } from './refusal-response.server.ts';
import { sameSitePath } from './same-site-path.ts';

/**
 * Answers a form that was sent without scripts: on to `next`, or the reason with what was typed.
 * What is not there or not allowed is a page of its own.
 */
export function formAnswer(
  outcome: Result<unknown, { code: RefusalCode }>,
  { next, submitted }: { next: string; submitted: Readonly<Record<string, string>> },
) {
  if (outcome.ok) return redirect(sameSitePath(next));
  const { code } = outcome.refusal;
  if (code === 'not-found') throw notFound();
  if (code === 'not-allowed') throw new Response(null, { status: 403 });
  return refusalResponse({ code, submitted });
}
