import { useEffect, useState, useSyncExternalStore } from 'react';
import { connect, type Connection } from './connect.ts';
import { openSession, type EditorSession, type SessionRefusal } from './open-session.ts';
import type { SaveStatus, SaveTracker } from './save-status.ts';

export type Sitting =
  | { state: 'opening' }
  | { state: 'refused'; code: SessionRefusal['code'] | 'READ_ONLY' }
  | { state: 'open'; connection: Connection };

/** Opens a sitting at the document and closes it when the editor goes away. */
export function useSitting(
  documentId: string,
  sessionPath: string,
): { sitting: Sitting; retry(): void } {
  const [attempt, setAttempt] = useState(0);
  const [sitting, setSitting] = useState<Sitting>({ state: 'opening' });
  useEffect(() => {
    const leaving = new AbortController();
    let connection: Connection | null = null;
    setSitting({ state: 'opening' });

    function start(session: EditorSession): void {
      // A text that cannot be changed is read as a page, never in an edit field.
      if (session.mode === 'read') return setSitting({ state: 'refused', code: 'READ_ONLY' });
      connection = connect({ session, sessionPath, documentId });
      setSitting({ state: 'open', connection });
    }

    openSession(sessionPath, leaving.signal).then(
      (opened) => {
        if (leaving.signal.aborted) return;
        if (opened.ok) start(opened.value);
        else setSitting({ state: 'refused', code: opened.refusal.code });
      },
      (error: unknown) => {
        if (!leaving.signal.aborted) reportError(error);
      },
    );
    return () => {
      leaving.abort();
      connection?.close();
    };
  }, [documentId, sessionPath, attempt]);
  return { sitting, retry: () => setAttempt((count) => count + 1) };
}

export function useSaveStatus(saving: SaveTracker): SaveStatus {
  return useSyncExternalStore(saving.subscribe, saving.status, saving.status);
}
