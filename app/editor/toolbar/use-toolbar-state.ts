import {
  $getSelection,
  $getState,
  $isRangeSelection,
  $isTextNode,
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  COMMAND_PRIORITY_LOW,
  mergeRegister,
  type LexicalEditor,
  type RangeSelection,
  type TextFormatType,
} from 'lexical';
import { useEffect, useState } from 'react';
import type { BlockLanguage } from '#app/domain/documents/document-tree.ts';
import type { NumberingStyle } from '#app/domain/documents/heading-labels.ts';
import { $blockTypeAtSelection, $selectedTextBlocks, type BlockType } from '../block-actions.ts';
import { guidanceState, languageState } from '../nodes/block-states.ts';
import { $presentNumbering } from '../plugins/block-identity.ts';
import { $possibleTableActions, type TableActionKey } from '../table-actions.ts';

export const TEXT_FORMATS = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'superscript',
  'subscript',
] as const satisfies readonly TextFormatType[];
export type ToolbarFormat = (typeof TEXT_FORMATS)[number];

/** What the toolbar shows of the place where the caret is. */
export type ToolbarState = {
  blockType: BlockType | null;
  formats: ToolbarFormat[];
  language: BlockLanguage | null;
  numbering: NumberingStyle;
  /** Empty outside tables. */
  tableActions: TableActionKey[];
  /** Key of the guidance paragraph that holds the caret. */
  guidanceKey: string | null;
};

export function useToolbarState(editor: LexicalEditor): ToolbarState {
  const [state, setState] = useState<ToolbarState>(NOWHERE);
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const now = editorState.read($toolbarState);
        setState((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
      }),
    [editor],
  );
  return state;
}

export function useHistoryState(editor: LexicalEditor): { canUndo: boolean; canRedo: boolean } {
  const [canUndo, setCanUndo] = useState(false);
  const [canRedo, setCanRedo] = useState(false);
  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          CAN_UNDO_COMMAND,
          (can) => {
            setCanUndo(can);
            return false;
          },
          COMMAND_PRIORITY_LOW,
        ),
        editor.registerCommand(
          CAN_REDO_COMMAND,
          (can) => {
            setCanRedo(can);
            return false;
          },
          COMMAND_PRIORITY_LOW,
        ),
      ),
    [editor],
  );
  return { canUndo, canRedo };
}

function $toolbarState(): ToolbarState {
  const selection = $getSelection();
  const [block] = $selectedTextBlocks();
  return {
    blockType: $blockTypeAtSelection(),
    formats: $isRangeSelection(selection) ? $formatsOf(selection) : [],
    language: block === undefined ? null : $getState(block, languageState),
    numbering: $presentNumbering(),
    tableActions: [...$possibleTableActions()],
    guidanceKey:
      block !== undefined && $getState(block, guidanceState) === 'yes' ? block.getKey() : null,
  };
}

/**
 * What all selected words share. The selection's own formats say how the next character is typed;
 * they are not told of changes that come from undo or from others.
 */
function $formatsOf(selection: RangeSelection): ToolbarFormat[] {
  const words = selection.isCollapsed() ? [] : selection.getNodes().filter($isTextNode);
  return TEXT_FORMATS.filter((format) =>
    words.length === 0
      ? selection.hasFormat(format)
      : words.every((text) => text.hasFormat(format)),
  );
}

const NOWHERE: ToolbarState = {
  blockType: null,
  formats: [],
  language: null,
  numbering: 'none',
  tableActions: [],
  guidanceKey: null,
};
