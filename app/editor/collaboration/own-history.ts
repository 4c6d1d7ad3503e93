import { ContentType, UndoManager, type Item, type XmlElement } from 'yjs';

/**
 * Undo and redo of what one author did. Others may have written inside a paragraph that the author
 * began; taking the paragraph back must not take their words, so it stays as long as it holds any.
 *
 * @param origin marks the author's own changes.
 */
export function openOwnHistory(root: XmlElement, origin: object): UndoManager {
  return new UndoManager(root, {
    trackedOrigins: new Set([origin, null]),
    // Yjs asks from the inside out: what is left in an element by then belongs to somebody else.
    deleteFilter: (item) => !isInhabited(item),
  });
}

function isInhabited({ content }: Item): boolean {
  if (!(content instanceof ContentType)) return false;
  for (let item = content.type._start; item !== null; item = item.right) {
    if (!item.deleted && item.countable) return true;
  }
  return false;
}
