/**
 * Where messages of the server wait while an input method composes. A change of the text around a
 * composition ends it in most browsers, and half a word is lost; so what others wrote is shown
 * when the word is chosen. Own changes are sent all the while.
 */
export type Inbox = ReturnType<typeof openInbox>;

export function openInbox() {
  let waiting: (() => void)[] = [];
  let limit: ReturnType<typeof setTimeout> | null = null;

  const release = () => {
    if (limit === null) return;
    clearTimeout(limit);
    limit = null;
    const due = waiting;
    waiting = [];
    for (const act of due) act();
  };
  return {
    /** Acts now, or in its turn after the composition. */
    deliver(act: () => void): void {
      if (limit === null) act();
      else waiting.push(act);
    },
    hold(): void {
      limit ??= setTimeout(release, LONGEST_HOLD_MS);
    },
    release,
    close(): void {
      waiting = [];
      release();
    },
  };
}

/** A candidate window left open must not keep the others' words away for ever. */
const LONGEST_HOLD_MS = 20_000;
