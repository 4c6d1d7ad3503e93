import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $findCellNode,
  $findTableNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableCellNode,
  $isTableRowNode,
  $isTableSelection,
  $mergeCells,
  $unmergeCell,
  TableCellHeaderStates,
  type TableCellNode,
} from '@lexical/table';
import { $getSelection, $isRangeSelection } from 'lexical';

/** Everything the cell menu offers, in its order. Each acts on the selection in a table. */
export const TABLE_ACTIONS = [
  { key: 'rowAbove', run: () => void $insertTableRowAtSelection(false) },
  { key: 'rowBelow', run: () => void $insertTableRowAtSelection(true) },
  { key: 'columnBefore', run: () => void $insertTableColumnAtSelection(false) },
  { key: 'columnAfter', run: () => void $insertTableColumnAtSelection(true) },
  { key: 'merge', run: $mergeSelectedCells },
  { key: 'unmerge', run: $unmergeCell },
  { key: 'headerRow', run: $toggleHeaderRow },
  { key: 'deleteRow', run: $deleteTableRowAtSelection },
  { key: 'deleteColumn', run: $deleteTableColumnAtSelection },
  { key: 'deleteTable', run: $deleteTable },
] as const;

export type TableActionKey = (typeof TABLE_ACTIONS)[number]['key'];

/** The cell that holds the caret or starts the cell selection, or null outside tables. */
export function $cellAtSelection(): TableCellNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return null;
  return $findCellNode(selection.anchor.getNode());
}

/** Which actions make sense now: merging needs several cells, splitting a merged one. */
export function $possibleTableActions(): ReadonlySet<TableActionKey> {
  const cell = $cellAtSelection();
  if (cell === null) return new Set();
  const merged = cell.getColSpan() > 1 || cell.getRowSpan() > 1;
  const several = $selectedCells().length > 1;
  return new Set(
    TABLE_ACTIONS.map((action) => action.key).filter(
      (key) => (key !== 'merge' || several) && (key !== 'unmerge' || merged),
    ),
  );
}

function $selectedCells(): TableCellNode[] {
  const selection = $getSelection();
  return $isTableSelection(selection) ? selection.getNodes().filter($isTableCellNode) : [];
}

function $mergeSelectedCells(): void {
  const merged = $mergeCells($selectedCells());
  merged?.selectEnd();
}

function $toggleHeaderRow(): void {
  const row = $cellAtSelection()?.getParent();
  if (!$isTableRowNode(row)) return;
  const cells = row.getChildren().filter($isTableCellNode);
  const isHeader = cells.every((cell) => cell.hasHeaderState(TableCellHeaderStates.ROW));
  const state = isHeader ? TableCellHeaderStates.NO_STATUS : TableCellHeaderStates.ROW;
  for (const cell of cells) cell.setHeaderStyles(state, TableCellHeaderStates.ROW);
}

function $deleteTable(): void {
  const cell = $cellAtSelection();
  if (cell === null) return;
  const table = $findTableNode(cell);
  table?.selectPrevious();
  table?.remove();
}
