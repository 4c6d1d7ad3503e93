/**
 * THE list of node classes. Browser and server register exactly these: a node that one side does
 * not know would make its reader show an empty document.
 */
import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table';
import type { Klass, LexicalNode } from 'lexical';
import { FootnoteNode } from './footnote-node.ts';
import { ImageNode } from './image-node.ts';
import { PageBreakNode } from './page-break-node.ts';
import { RegisterFieldNode } from './register-field-node.ts';

/** Lexical adds its own: root, paragraph, text, linebreak and tab. */
export const EDITOR_NODES: Klass<LexicalNode>[] = [
  HeadingNode,
  QuoteNode,
  ListNode,
  ListItemNode,
  TableNode,
  TableRowNode,
  TableCellNode,
  LinkNode,
  FootnoteNode,
  RegisterFieldNode,
  ImageNode,
  PageBreakNode,
];
