import type { Result } from '../../domain/shared/result.ts';
import { granted, refused } from '../../domain/shared/result.ts';

/** What the server grants for one sitting at the editor. */
export type EditorSession = {
  /** Where the document's WebSocket is; absolute or relative to the page. */
  url: string;
  mode: 'write' | 'read';
  /** The Yjs client id under which this sitting writes. */
  clientId: number;
  personId: string;
  /** Whether unsaved edits may wait, encrypted, on this device. */
  keepOnDevice: boolean;
};

export type SessionRefusal = { code: 'UNREACHABLE' | 'SIGNED_OUT' | 'NOT_GRANTED' };

/** Asks for a sitting at the document behind `sessionPath`. */
export async function openSession(
  sessionPath: string,
  signal: AbortSignal,
): Promise<Result<EditorSession, SessionRefusal>> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(sessionPath, {
      method: 'POST',
      headers: { accept: 'application/json' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
    });
    // Whatever stands between may answer in our place: a page to sign in to a network, for instance.
    answer = response.ok ? await response.json() : null;
  } catch (error) {
    if (signal.aborted) throw error;
    return refused({ code: 'UNREACHABLE' });
  }
  if (response.status >= 500 || response.status === 429) return refused({ code: 'UNREACHABLE' });
  if (response.status === 401) return refused({ code: 'SIGNED_OUT' });
  if (!response.ok) return refused({ code: 'NOT_GRANTED' });
  return isEditorSession(answer) ? granted(answer) : refused({ code: 'NOT_GRANTED' });
}

/** A network that swallows everything must not keep the page from trying again. */
const ANSWER_MS = 15_000;

function isEditorSession(value: unknown): value is EditorSession {
  if (typeof value !== 'object' || value === null) return false;
  const { url, mode, clientId, personId, keepOnDevice } = value as Record<string, unknown>;
  return (
    typeof url === 'string' &&
    (mode === 'write' || mode === 'read') &&
    typeof clientId === 'number' &&
    Number.isInteger(clientId) &&
    typeof personId === 'string' &&
    typeof keepOnDevice === 'boolean'
  );
}
