import { $isListItemNode, $isListNode, ListItemNode } from '@lexical/list';
import { $isHeadingNode, HeadingNode, QuoteNode } from '@lexical/rich-text';
import { TableNode } from '@lexical/table';
import {
  $getNodeByKey,
  $getRoot,
  $getState,
  $setState,
  mergeRegister,
  ParagraphNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { ulid } from 'ulid';
import type { NumberingStyle } from '#app/domain/documents/heading-labels.ts';
import { blockIdState, numberingState } from '../nodes/block-states.ts';
import { ImageNode } from '../nodes/image-node.ts';

/**
 * Gives every block that a local change made its own clause identity, and the one that kept its
 * place keeps the old one. Changes of others are not touched: Lexical runs no transforms on them,
 * and two clients repairing the same block would never agree.
 */
export function registerBlockIdentity(editor: LexicalEditor): () => void {
  const owners = new Map<string, NodeKey>();

  function $identify(node: LexicalNode): void {
    if (!$needsIdentity(node)) return;
    const id = $getState(node, blockIdState);
    if (id !== null && $owns(owners, id, node)) return;
    const fresh = ulid();
    owners.set(fresh, node.getKey());
    if (id === null) $adoptNumbering(node);
    $setState(node, blockIdState, fresh);
  }

  return mergeRegister(
    ...[ParagraphNode, HeadingNode, QuoteNode, ListItemNode, TableNode, ImageNode].map((klass) =>
      editor.registerNodeTransform<LexicalNode>(klass, $identify),
    ),
    editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
      editorState.read(() => {
        for (const key of [...dirtyElements.keys(), ...dirtyLeaves]) $remember(owners, key);
      });
    }),
  );
}

/** A list item that only carries a nested list is no clause of its own. */
function $needsIdentity(node: LexicalNode): boolean {
  return !($isListItemNode(node) && $isListNode(node.getFirstChild()));
}

/** The first block seen with an identity owns it for as long as it stands in the document. */
function $owns(owners: Map<string, NodeKey>, id: string, node: LexicalNode): boolean {
  const ownerKey = owners.get(id);
  if (ownerKey === undefined || ownerKey === node.getKey()) {
    owners.set(id, node.getKey());
    return true;
  }
  const owner = $getNodeByKey(ownerKey);
  const ownerStands = owner !== null && owner.isAttached() && $getState(owner, blockIdState) === id;
  if (ownerStands) return false;
  owners.set(id, node.getKey());
  return true;
}

function $remember(owners: Map<string, NodeKey>, key: NodeKey): void {
  const node = $getNodeByKey(key);
  const id = node === null ? null : $getState(node, blockIdState);
  if (node !== null && id !== null) $owns(owners, id, node);
}

/** A new heading is numbered like the headings that are there. */
function $adoptNumbering(node: LexicalNode): void {
  if (!$isHeadingNode(node) || $getState(node, numberingState) !== 'none') return;
  const style = $presentNumbering(node);
  if (style !== 'none') $setState(node, numberingState, style);
}

/** Numbering of the document's headings: that of the first one besides `except`. */
export function $presentNumbering(except?: LexicalNode): NumberingStyle {
  const heading = $getRoot()
    .getChildren()
    .find((child) => $isHeadingNode(child) && !child.is(except));
  return heading === undefined ? 'none' : $getState(heading, numberingState);
}
