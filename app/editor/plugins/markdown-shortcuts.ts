import {
  $createListItemNode,
  $createListNode,
  $isListNode,
  ListItemNode,
  ListNode,
  type ListType,
} from '@lexical/list';
import {
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  ITALIC_STAR,
  registerMarkdownShortcuts,
  STRIKETHROUGH,
  type ElementTransformer,
} from '@lexical/markdown';
import {
  $createHeadingNode,
  $createQuoteNode,
  HeadingNode,
  QuoteNode,
  type HeadingTagType,
} from '@lexical/rich-text';
import { $getState, $setState, type ElementNode, type LexicalEditor } from 'lexical';
import { blockIdState, languageState } from '../nodes/block-states.ts';

/** Typing `# `, `- `, `1. `, `> `, `[] ` or `**bold**` formats; never while an IME composes. */
export function registerTypedShortcuts(editor: LexicalEditor): () => void {
  return registerMarkdownShortcuts(editor, [
    HEADING,
    QUOTE,
    CHECK_LIST,
    BULLET_LIST,
    NUMBER_LIST,
    BOLD_ITALIC_STAR,
    BOLD_STAR,
    ITALIC_STAR,
    STRIKETHROUGH,
  ]);
}

// Own transformers: the stock ones leave a marker of Markdown on each list and drop the clause
// identity of the block that they replace.
const HEADING: ElementTransformer = {
  type: 'element',
  dependencies: [HeadingNode],
  export: () => null,
  regExp: /^(#{1,4})\s/,
  replace: (parent, children, match) => {
    const tag = `h${match[1]?.length ?? 1}` as HeadingTagType;
    $replaceBlock(parent, $createHeadingNode(tag).append(...children));
  },
};

const QUOTE: ElementTransformer = {
  type: 'element',
  dependencies: [QuoteNode],
  export: () => null,
  regExp: /^>\s/,
  replace: (parent, children) => $replaceBlock(parent, $createQuoteNode().append(...children)),
};

const CHECK_LIST = listTransformer('check', /^(?:[-*]\s)?\[( |x)?\]\s/i);
const BULLET_LIST = listTransformer('bullet', /^[-*+]\s/);
const NUMBER_LIST = listTransformer('number', /^(\d{1,3})[.、]\s/);

function listTransformer(listType: ListType, regExp: RegExp): ElementTransformer {
  return {
    type: 'element',
    dependencies: [ListNode, ListItemNode],
    export: () => null,
    regExp,
    replace: (parent, children, match) => {
      const checked = listType === 'check' ? match[1]?.toLowerCase() === 'x' : undefined;
      const item = $createListItemNode(checked).append(...children);
      const before = parent.getPreviousSibling();
      if ($isListNode(before) && before.getListType() === listType) {
        $carryIdentity(parent, item);
        before.append(item);
        parent.remove();
        item.select(0, 0);
        return;
      }
      const start = listType === 'number' ? Number(match[1]) : undefined;
      $carryIdentity(parent, item);
      parent.replace($createListNode(listType, start).append(item));
      item.select(0, 0);
    },
  };
}

function $replaceBlock(parent: ElementNode, block: ElementNode): void {
  $carryIdentity(parent, block);
  parent.replace(block);
  block.select(0, 0);
}

function $carryIdentity(from: ElementNode, to: ElementNode): void {
  $setState(to, blockIdState, $getState(from, blockIdState));
  $setState(to, languageState, $getState(from, languageState));
}
