import type { LexicalEditor } from 'lexical';
import { useEffect, useId, useMemo, useState } from 'react';
import { useTranslate } from '#app/i18n/translate.tsx';
import { runInsertAction } from '../insert-actions.ts';
import { filterSlashItems, SLASH_KEYS, type SlashItem } from './slash-items.ts';
import { $removeSlash, slashCorner } from './slash-place.ts';
import { useSlashKeys, useSlashPlace } from './use-slash.ts';

/** @param box the positioned box around the text, in which the menu floats. */
type Props = { editor: LexicalEditor; box: HTMLElement };

/** The `/` menu: arrows choose, Enter takes, Esc leaves the slash as text. */
export function SlashMenu({ editor, box }: Props) {
  const t = useTranslate();
  const listId = useId();
  const { place, dismiss } = useSlashPlace(editor);
  const [chosen, setChosen] = useState(0);
  const items = useSlashItems(place?.query ?? null);
  useEffect(() => setChosen(0), [place?.query]);
  const current = Math.min(chosen, items.length - 1);

  function take(item: SlashItem | undefined): void {
    if (place === null || item === undefined) return;
    editor.update(() => $removeSlash(place), { discrete: true });
    runInsertAction(editor, item.key);
  }

  const open = place !== null && items.length > 0;
  useSlashKeys(editor, open ? 'open' : 'closed', {
    move: (step) => setChosen((current + step + items.length) % items.length),
    take: () => take(items[current]),
    dismiss,
  });
  useActiveOption(editor, open ? { listId, optionId: `${listId}-${current}` } : null);

  const corner = place === null ? null : slashCorner(editor, place);
  if (!open || corner === null) return null;
  return (
    <div
      id={listId}
      role="listbox"
      tabIndex={0}
      aria-label={t('editor.slash.label')}
      className="editor-menu editor-slash"
      style={cornerIn(box, corner)}
      onMouseDown={(event) => event.preventDefault()}
    >
      {items.map((item, index) => (
        <SlashOption
          key={item.key}
          id={`${listId}-${index}`}
          label={item.label}
          selected={index === current}
          onPoint={() => setChosen(index)}
          onTake={() => take(item)}
        />
      ))}
    </div>
  );
}

function useSlashItems(query: string | null): SlashItem[] {
  const t = useTranslate();
  const all = useMemo(
    () =>
      SLASH_KEYS.map((key) => ({
        key,
        label: t(`editor.insert.${key}`),
        terms: t(`editor.terms.${key}`),
      })),
    [t],
  );
  return useMemo(() => (query === null ? [] : filterSlashItems(all, query)), [all, query]);
}

type SlashOptionProps = {
  id: string;
  label: string;
  selected: boolean;
  onPoint(): void;
  onTake(): void;
};

function SlashOption({ id, label, selected, onPoint, onTake }: SlashOptionProps) {
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the text holds the focus and its keys drive the list
    <div
      id={id}
      ref={(element) => {
        if (selected) element?.scrollIntoView({ block: 'nearest' });
      }}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      className="editor-menu-item"
      onMouseEnter={onPoint}
      onClick={onTake}
    >
      {label}
    </div>
  );
}

/** Tells screen readers which option the arrows are on while the focus stays in the text. */
function useActiveOption(
  editor: LexicalEditor,
  active: { listId: string; optionId: string } | null,
): void {
  const listId = active?.listId ?? null;
  const optionId = active?.optionId ?? null;
  useEffect(() => {
    const root = editor.getRootElement();
    if (root === null || listId === null || optionId === null) return;
    root.setAttribute('aria-controls', listId);
    root.setAttribute('aria-activedescendant', optionId);
    return () => {
      root.removeAttribute('aria-controls');
      root.removeAttribute('aria-activedescendant');
    };
  }, [editor, listId, optionId]);
}

function cornerIn(box: HTMLElement, corner: { left: number; bottom: number }) {
  const origin = box.getBoundingClientRect();
  const room = Math.max(0, origin.width - MENU_WIDTH);
  return {
    left: Math.max(0, Math.min(corner.left - origin.left, room)),
    top: corner.bottom - origin.top + 4,
  };
}

const MENU_WIDTH = 200;
