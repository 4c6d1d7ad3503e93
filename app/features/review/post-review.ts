import { isRefusalCode, type RefusalCode } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';

/** `unreachable`: nobody knows whether it arrived; the words must stay where they were typed. */
export type PostRefusal = { code: RefusalCode | 'unreachable' };

/** What the API says of the thread afterwards; the part that the page needs. */
export type PostedThread = { number: number };

/** Sends an act of review to the API without leaving the page. @param path below `/api/v1`. */
export async function postReview(
  path: string,
  body: unknown,
): Promise<Result<PostedThread, PostRefusal>> {
  try {
    const response = await fetch(`/api/v1${path}`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    if (response.ok) return granted(answer as PostedThread);
    const problem = answer as { code?: unknown } | null;
    return refused({ code: isRefusalCode(problem?.code) ? problem.code : 'server.fault' });
  } catch {
    return refused({ code: 'unreachable' });
  }
}
