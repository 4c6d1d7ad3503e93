import type { LexicalEditor } from 'lexical';
import { BLOCK_TYPES, $turnSelectionInto, type BlockType } from './block-actions.ts';
import { OPEN_DIALOG_COMMAND } from './commands.ts';
import { $insertBlock } from './insert-block.ts';
import { $createPageBreakNode } from './nodes/page-break-node.ts';
import type { SlashKey } from './plugins/slash-items.ts';

/** Does what an entry of the `/` menu or the insert menu says, at the caret. */
export function runInsertAction(editor: LexicalEditor, key: SlashKey): void {
  if (isBlockType(key)) return editor.update(() => $turnSelectionInto(key));
  switch (key) {
    case 'pageBreak':
      editor.update(() => $insertBlock($createPageBreakNode()));
      return;
    case 'table':
    case 'field':
    case 'link':
      editor.dispatchCommand(OPEN_DIALOG_COMMAND, { kind: key });
      return;
    case 'footnote':
      editor.dispatchCommand(OPEN_DIALOG_COMMAND, { kind: 'footnote', key: null });
      return;
    case 'image':
      editor.dispatchCommand(OPEN_DIALOG_COMMAND, { kind: 'image', file: null });
  }
}

function isBlockType(key: SlashKey): key is Extract<SlashKey, BlockType> {
  return (BLOCK_TYPES as readonly string[]).includes(key);
}
