import { $createTableNodeWithDimensions } from '@lexical/table';
import type { LexicalEditor } from 'lexical';
import { useState } from 'react';
import { useTranslate } from '#app/i18n/translate.tsx';
import { $insertBlock } from '../insert-block.ts';
import { EditorDialog } from './EditorDialog.tsx';

/** Asks the size of a new table. */
export function TableDialog({ editor, onClose }: { editor: LexicalEditor; onClose(): void }) {
  const t = useTranslate();
  const [rows, setRows] = useState('3');
  const [columns, setColumns] = useState('3');
  const [headerRow, setHeaderRow] = useState(true);

  function insert(): void {
    editor.update(() => {
      const headers = { rows: headerRow, columns: false };
      const table = $createTableNodeWithDimensions(Number(rows), Number(columns), headers);
      $insertBlock(table);
      table.getFirstDescendant()?.selectStart();
    });
    onClose();
  }

  return (
    <EditorDialog
      title={t('editor.table.title')}
      action={t('editor.dialog.insert')}
      onSubmit={insert}
      onClose={onClose}
    >
      <SizeField label={t('editor.table.rows')} max={100} value={rows} onChange={setRows} />
      <SizeField label={t('editor.table.columns')} max={20} value={columns} onChange={setColumns} />
      <label className="editor-check">
        <input
          type="checkbox"
          checked={headerRow}
          onChange={(event) => setHeaderRow(event.target.checked)}
        />
        {t('editor.table.headerRow')}
      </label>
    </EditorDialog>
  );
}

type SizeFieldProps = { label: string; max: number; value: string; onChange(value: string): void };

function SizeField({ label, max, value, onChange }: SizeFieldProps) {
  return (
    <label>
      {label}
      <input
        type="number"
        min={1}
        max={max}
        required
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
