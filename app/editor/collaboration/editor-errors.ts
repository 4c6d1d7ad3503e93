export type EditorErrors = {
  /** For Lexical's `onError`. */
  report(error: Error): void;
  /** Called, at most once in HEAL_EVERY_MS, after the screen failed to follow a change. */
  onLostTrack(heal: () => void): () => void;
};

/**
 * Rarely a change of others refers to a node that the screen no longer has; the shared document is
 * right and only the screen must be drawn anew. Every other error is a fault and is reported.
 */
export function collectEditorErrors(): EditorErrors {
  let heal: (() => void) | null = null;
  let lastHealed = -Infinity;
  return {
    report(error) {
      const now = performance.now();
      if (heal === null || !LOST_TRACK.test(error.message) || now - lastHealed < HEAL_EVERY_MS) {
        reportError(error);
        return;
      }
      lastHealed = now;
      // Not within the failed update: an edit in its tick would never reach the document.
      setTimeout(() => heal?.());
    },
    onLostTrack(healing) {
      heal = healing;
      return () => {
        heal = null;
      };
    },
  };
}

const LOST_TRACK = /does not exist in active editor state/;
const HEAL_EVERY_MS = 1000;
