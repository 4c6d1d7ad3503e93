import type { LexicalEditor } from 'lexical';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslate } from '#app/i18n/translate.tsx';
import { TABLE_ACTIONS, type TableActionKey } from '../table-actions.ts';

type Props = { editor: LexicalEditor; possible: readonly TableActionKey[] };

/** Rows, columns and cells of the table that holds the caret. */
export function TableMenu({ editor, possible }: Props) {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    box.current?.querySelector<HTMLElement>('[role="menuitem"]:not(:disabled)')?.focus();
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) {
        setOpen(false);
      }
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [open]);

  function run(act: () => void): void {
    setOpen(false);
    editor.update(act);
    editor.focus();
  }

  function onMenuKey(event: KeyboardEvent<HTMLElement>): void {
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      setOpen(false);
      opener.current?.focus();
    } else moveInMenu(event);
  }

  return (
    <div ref={box} className="editor-popup-box">
      <button
        ref={opener}
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        disabled={possible.length === 0}
        onClick={() => setOpen(!open)}
      >
        {t('editor.toolbar.tableMenu')}
        <span aria-hidden="true"> ▾</span>
      </button>
      {open && (
        <div
          role="menu"
          tabIndex={-1}
          aria-label={t('editor.toolbar.tableMenu')}
          className="editor-menu"
          onKeyDown={onMenuKey}
        >
          {TABLE_ACTIONS.map(({ key, run: act }) => (
            <button
              key={key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className="editor-menu-item"
              disabled={!possible.includes(key)}
              onClick={() => run(act)}
            >
              {t(`editor.table.action.${key}`)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function moveInMenu(event: KeyboardEvent<HTMLElement>): void {
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const items = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]:not(:disabled)'),
  ];
  const at = items.indexOf(event.target as HTMLElement);
  items[(at + step + items.length) % items.length]?.focus();
}
