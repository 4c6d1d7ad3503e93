/**
 * A tab is a node of its own for Lexical, and in the shared text a mark on its one character. Two
 * people who write at the same tab can bring words under the mark; the editor then shows a tab in
 * place of the words, and takes them out with the next edit beside them. Here such words lose the
 * mark before anybody can edit.
 */
import * as Y from 'yjs';

/**
 * @param at `own` is the origin of the editor's own changes, in which a mark is where it belongs;
 * `settle` makes the editor finish what it is about to show, on which a mending builds.
 * @returns how to stop.
 */
export function keepWordsFromTabs(
  root: Y.XmlElement,
  { own, settle }: { own: unknown; settle: () => void },
): () => void {
  const { doc } = root;
  if (doc === null) return () => undefined;
  const onTransaction = ({ origin, changed }: Y.Transaction) => {
    if (origin === own || origin === MENDING) return;
    // What came as a whole is new, and is told as a change of what it came into.
    const texts = new Set([...changed.keys()].flatMap(textsIn));
    mend(doc, { texts, settle });
  };
  doc.on('afterTransaction', onTransaction);
  mend(doc, { texts: textsIn(root), settle });
  return () => doc.off('afterTransaction', onTransaction);
}

function mend(
  doc: Y.Doc,
  { texts, settle }: { texts: Iterable<Y.XmlText>; settle: () => void },
): void {
  const found = [...texts].flatMap((text) => wordsUnderTabs(text).map((run) => ({ text, ...run })));
  if (found.length === 0) return;
  settle();
  doc.transact(() => {
    for (const { text, index, length } of found) text.format(index, length, { t: null });
  }, MENDING);
}

/** All that stands under the mark of a tab, except a tab that begins it. */
function wordsUnderTabs(text: Y.XmlText): { index: number; length: number }[] {
  if (text._item?.deleted === true) return [];
  const runs: { index: number; length: number }[] = [];
  let index = 0;
  for (const { insert, attributes } of text.toDelta() as Piece[]) {
    const length = typeof insert === 'string' ? insert.length : 1;
    if (attributes?.['t'] === 'tab' && insert !== TAB) {
      const skipped = typeof insert === 'string' && insert.startsWith(TAB) ? 1 : 0;
      runs.push({ index: index + skipped, length: length - skipped });
    }
    index += length;
  }
  return runs;
}

function textsIn(type: unknown): Y.XmlText[] {
  if (type instanceof Y.XmlText) return [type];
  if (!(type instanceof Y.XmlElement)) return [];
  return (type.toArray() as unknown[]).flatMap(textsIn);
}

type Piece = { insert: unknown; attributes?: Record<string, unknown> };

const TAB = '\t';
/** Origin of what is done here: not the editor's, which has to be shown it, and not undone. */
const MENDING = 'tab-marks';
