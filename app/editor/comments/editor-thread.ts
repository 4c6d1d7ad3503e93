import type { ThreadState } from '#app/domain/review/thread.ts';

/** What the editor needs of a comment thread to show where it belongs. */
export type EditorThread = {
  id: string;
  /** As people call it: comment 12. */
  number: number;
  state: ThreadState;
  quote: string;
  /** Yjs relative positions, base64; null where the text is gone. */
  range: { start: string; end: string } | null;
};
