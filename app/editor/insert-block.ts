import { $findMatchingParent } from '@lexical/utils';
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $isRootNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical';

/**
 * Puts a block of its own (table, picture, page break) where the caret is, without cutting a
 * sentence in two: instead of an empty paragraph, before a block at whose start the caret stands,
 * else after it. The caret goes behind the new block.
 */
export function $insertBlock(block: LexicalNode): void {
  const here = $topBlockAtSelection();
  if (here === null) $getRoot().append(block);
  else if ($isParagraphNode(here) && here.isEmpty()) here.replace(block);
  else if ($caretAtStartOf(here)) here.insertBefore(block);
  else here.insertAfter(block);

  const next = block.getNextSibling();
  if ($isElementNode(next)) {
    next.selectStart();
    return;
  }
  const paragraph = $createParagraphNode();
  block.insertAfter(paragraph);
  paragraph.select();
}

/** The block directly under the root that holds the caret: tables are not cut either. */
function $topBlockAtSelection(): ElementNode | null {
  const selection = $getSelection();
  const [point] = selection?.getStartEndPoints() ?? [];
  if (point === undefined) return null;
  const block = $findMatchingParent(point.getNode(), (node) => $isRootNode(node.getParent()));
  return $isElementNode(block) ? block : null;
}

function $caretAtStartOf(block: ElementNode): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const { key, offset } = selection.anchor;
  const first = block.getFirstDescendant();
  return offset === 0 && (key === block.getKey() || key === first?.getKey());
}
