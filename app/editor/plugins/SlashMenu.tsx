import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  LexicalTypeaheadMenuPlugin,
  MenuOption,
  type MenuRenderFn,
} from '@lexical/react/LexicalTypeaheadMenuPlugin';
import { $getSelection, $isRangeSelection, type LexicalEditor, type TextNode } from 'lexical';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslate } from '#app/i18n/translate.tsx';
import { runInsertAction } from '../insert-actions.ts';
import { filterSlashItems, SLASH_KEYS, slashQuery, type SlashItem } from './slash-items.ts';

class SlashOption extends MenuOption {
  readonly item: SlashItem;
  constructor(item: SlashItem) {
    super(item.key);
    this.item = item;
  }
}

/** The `/` menu: arrows choose, Enter takes, Esc leaves the slash as text. */
export function SlashMenu() {
  const t = useTranslate();
  const [editor] = useLexicalComposerContext();
  const [query, setQuery] = useState<string | null>(null);
  const items = useMemo(
    () =>
      SLASH_KEYS.map((key) => ({
        key,
        label: t(`editor.insert.${key}`),
        terms: t(`editor.terms.${key}`),
      })),
    [t],
  );
  const options = useMemo(
    () => filterSlashItems(items, query ?? '').map((item) => new SlashOption(item)),
    [items, query],
  );

  const choose = useCallback(
    (option: SlashOption, typed: TextNode | null, close: () => void) => {
      typed?.remove();
      close();
      // Dialogs look at the selection as it is after the typed query has gone.
      setTimeout(() => runInsertAction(editor, option.item.key));
    },
    [editor],
  );

  const renderMenu: MenuRenderFn<SlashOption> = useCallback(
    (anchor, { selectedIndex, selectOptionAndCleanUp, setHighlightedIndex, options: shown }) =>
      anchor.current === null || shown.length === 0
        ? null
        : createPortal(
            <MenuList
              options={shown}
              selectedIndex={selectedIndex}
              onChoose={selectOptionAndCleanUp}
              onPoint={setHighlightedIndex}
              anchor={anchor.current}
            />,
            anchor.current,
          ),
    [],
  );

  return (
    <LexicalTypeaheadMenuPlugin<SlashOption>
      options={options}
      onQueryChange={setQuery}
      onSelectOption={choose}
      triggerFn={triggerSlashMenu}
      menuRenderFn={renderMenu}
      anchorClassName="editor-menu-anchor"
    />
  );
}

function triggerSlashMenu(text: string, editor: LexicalEditor) {
  if (editor.isComposing()) return null;
  const match = slashQuery(text, $caretPlace());
  if (match === null) return null;
  return {
    leadOffset: match.offset,
    matchingString: match.query,
    replaceableString: match.typed,
  };
}

function $caretPlace(): 'block-start' | 'within-block' {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return 'within-block';
  const first = selection.anchor.getNode().getPreviousSibling() === null;
  return first ? 'block-start' : 'within-block';
}

type MenuListProps = {
  options: SlashOption[];
  selectedIndex: number | null;
  anchor: HTMLElement;
  onChoose(option: SlashOption): void;
  onPoint(index: number): void;
};

function MenuList({ options, selectedIndex, anchor, onChoose, onPoint }: MenuListProps) {
  const t = useTranslate();
  // The anchor that Lexical makes is the listbox; only its name is ours to give.
  useEffect(() => anchor.setAttribute('aria-label', t('editor.slash.label')), [anchor, t]);
  return (
    <div className="editor-menu" role="presentation">
      {options.map((option, index) => (
        // The keyboard drives the list from the text; the pointer is the second way.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={option.key}
          id={`typeahead-item-${index}`}
          ref={option.setRefElement}
          role="option"
          tabIndex={-1}
          aria-selected={index === selectedIndex}
          className="editor-menu-item"
          onMouseEnter={() => onPoint(index)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(option)}
        >
          {option.item.label}
        </div>
      ))}
    </div>
  );
}
