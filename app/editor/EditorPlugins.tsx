import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { CheckListPlugin } from '@lexical/react/LexicalCheckListPlugin';
import { LinkPlugin } from '@lexical/react/LexicalLinkPlugin';
import { ListPlugin } from '@lexical/react/LexicalListPlugin';
import { TablePlugin } from '@lexical/react/LexicalTablePlugin';
import { registerRichText } from '@lexical/rich-text';
import { mergeRegister } from 'lexical';
import { useEffect, type RefObject } from 'react';
import { registerBlockIdentity } from './plugins/block-identity.ts';
import { registerKeyboardShortcuts } from './plugins/keyboard-shortcuts.ts';
import { registerTypedShortcuts } from './plugins/typed-shortcuts.ts';
import { registerPlainFormatting } from './plugins/plain-formatting.ts';
import { safeLinkUrl } from './safe-link-url.ts';
import { toolbarControls } from './toolbar/roving-focus.ts';

/** What the text itself can do, beside the buttons around it. */
export function EditorPlugins({ toolbarRef }: { toolbarRef: RefObject<HTMLDivElement> }) {
  const [editor] = useLexicalComposerContext();
  useEffect(
    () =>
      mergeRegister(
        // Not the stock plugin: our nodes draw themselves and need no portals of React.
        registerRichText(editor),
        registerBlockIdentity(editor),
        registerPlainFormatting(editor),
        registerTypedShortcuts(editor),
        registerKeyboardShortcuts(editor, () => focusToolbar(toolbarRef.current)),
      ),
    [editor, toolbarRef],
  );
  return (
    <>
      <ListPlugin shouldPreserveNumbering />
      <CheckListPlugin />
      <TablePlugin hasCellBackgroundColor={false} hasHorizontalScroll />
      <LinkPlugin validateUrl={isLinkUrl} attributes={LINK_ATTRIBUTES} />
    </>
  );
}

function focusToolbar(toolbar: HTMLDivElement | null): void {
  if (toolbar === null) return;
  const controls = toolbarControls(toolbar);
  (controls.find((control) => control.tabIndex === 0) ?? controls[0])?.focus();
}

/** Pasted text becomes a link only when it is a whole address. */
function isLinkUrl(text: string): boolean {
  return /^[a-z]+:/i.test(text) && safeLinkUrl(text) !== null;
}

const LINK_ATTRIBUTES = { rel: 'noopener noreferrer', target: '_blank' };
