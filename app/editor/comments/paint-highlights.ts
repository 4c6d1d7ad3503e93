import type { ThreadRange } from './thread-ranges.ts';

/**
 * Paints comment highlights without touching the text: by the browser's highlight registry where
 * there is one, else by boxes laid under the text.
 *
 * @param layer an element that fills the positioned box around the text.
 * @returns undoes the painting.
 */
export function paintHighlights(
  layer: HTMLElement,
  ranges: readonly ThreadRange[],
  activeThreadId: string | null,
): () => void {
  const active = ranges.filter(({ thread }) => thread.id === activeThreadId);
  const others = ranges.filter(({ thread }) => thread.id !== activeThreadId);
  if (!hasHighlightRegistry()) return paintBoxes(layer, others, active);
  CSS.highlights.set(COMMENT_HIGHLIGHT, new Highlight(...others.map(({ range }) => range)));
  CSS.highlights.set(ACTIVE_HIGHLIGHT, new Highlight(...active.map(({ range }) => range)));
  return () => {
    CSS.highlights.delete(COMMENT_HIGHLIGHT);
    CSS.highlights.delete(ACTIVE_HIGHLIGHT);
  };
}

/** Names used by the style sheet in `::highlight(…)`. */
const COMMENT_HIGHLIGHT = 'comment';
const ACTIVE_HIGHLIGHT = 'comment-active';

function hasHighlightRegistry(): boolean {
  return 'Highlight' in window && 'highlights' in CSS;
}

function paintBoxes(
  layer: HTMLElement,
  others: readonly ThreadRange[],
  active: readonly ThreadRange[],
): () => void {
  const origin = layer.getBoundingClientRect();
  const boxes = [
    ...others.flatMap(({ range }) => boxesOf(range, origin, 'editor-highlight')),
    ...active.flatMap(({ range }) =>
      boxesOf(range, origin, 'editor-highlight editor-highlight-active'),
    ),
  ];
  layer.replaceChildren(...boxes);
  return () => layer.replaceChildren();
}

function boxesOf(range: Range, origin: DOMRect, className: string): HTMLElement[] {
  return [...range.getClientRects()].map((rect) => {
    const box = document.createElement('div');
    box.className = className;
    box.style.left = `${rect.left - origin.left}px`;
    box.style.top = `${rect.top - origin.top}px`;
    box.style.width = `${rect.width}px`;
    box.style.height = `${rect.height}px`;
    return box;
  });
}
