/** What toolbar, menus and shortcuts ask of the plugins. */
import { createCommand, type LexicalCommand, type NodeKey } from 'lexical';

/** A dialog that needs an answer before the text changes. */
export type DialogRequest =
  | { kind: 'link' }
  | { kind: 'table' }
  | { kind: 'field' }
  /** A new footnote at the caret, or the one with this key. */
  | { kind: 'footnote'; key: NodeKey | null }
  /** A picture to upload: chosen now, or already chosen by paste or drop. */
  | { kind: 'image'; file: File | null };

export const OPEN_DIALOG_COMMAND: LexicalCommand<DialogRequest> = createCommand('OPEN_DIALOG');
/** The author wants to comment on the selected text. */
export const REQUEST_COMMENT_COMMAND: LexicalCommand<void> = createCommand('REQUEST_COMMENT');
