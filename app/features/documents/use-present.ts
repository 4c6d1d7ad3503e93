import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * What a page shows, as it is now: first what the page came with, then what the server answers at
 * `path`. A failed request changes nothing, because the page holds what somebody is typing.
 */
export function usePresent<View extends object>(path: string, first: View) {
  const [shown, setShown] = useState({ first, view: first });
  // Going to another document brings a new first view.
  const view = shown.first === first ? shown.view : first;

  const asked = useRef(0);
  const taken = useRef(0);

  const refresh = useCallback(async (): Promise<void> => {
    asked.current += 1;
    const number = asked.current;
    const news = await answerAt<View>(path);
    // An answer that was overtaken tells what was, not what is.
    if (news === null || number < taken.current) return;
    taken.current = number;
    setShown((before) => ({
      first,
      view: { ...(before.first === first ? before.view : first), ...news },
    }));
  }, [path, first]);
  return { view, refresh };
}

/** Calls `refresh` now and then while the page is looked at, and when it is looked at again. */
export function useFreshness(refresh: () => Promise<void>): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void refresh();
    };
    const timer = setInterval(look, REFRESH_EVERY_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [refresh]);
}

async function answerAt<View>(path: string): Promise<Partial<View> | null> {
  try {
    const response = await fetch(path, { headers: { accept: 'application/json' } });
    if (!response.ok || response.redirected) return null;
    return (await response.json()) as Partial<View>;
  } catch {
    return null;
  }
}

const REFRESH_EVERY_MS = 15_000;
