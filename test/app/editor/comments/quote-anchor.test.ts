import { createHeadlessEditor } from '@lexical/headless';
import {
  $createParagraphNode,
  $createRangeSelection,
  $createTextNode,
  $getRoot,
  $setSelection,
  type TextNode,
} from 'lexical';
import { expect, it } from 'vitest';
import { REGISTER_FIELDS, type RegisterValues } from '#app/domain/documents/template.ts';
import { locateQuote } from '#app/domain/review/locate-quote.ts';
import type { QuoteAnchor } from '#app/domain/review/thread.ts';
import { $quoteOfSelection } from '#app/editor/comments/quote-anchor.ts';
import { EDITOR_NODES } from '#app/editor/nodes/editor-nodes.ts';
import { $createFootnoteNode } from '#app/editor/nodes/footnote-node.ts';
import { $createRegisterFieldNode } from '#app/editor/nodes/register-field-node.ts';
import { $surveyDocument } from '#app/editor/survey/survey-document.ts';

it('quotes the selected words with what stands around them', () => {
  const { anchor } = select({ from: [0, 4], to: [0, 9] });
  expect(anchor).toEqual({
    quote: 'quick',
    prefix: 'The ',
    suffix: ' brown fox jumps.\n承担单位应组织专家咨询会。',
  });
});

it('quotes the same words whichever way they were selected', () => {
  expect(select({ from: [0, 9], to: [0, 4] }).anchor).toEqual(
    select({ from: [0, 4], to: [0, 9] }).anchor,
  );
});

it('quotes across blocks, and the quote is found again in the text', () => {
  const { anchor, leaves } = select({ from: [1, 1], to: [2, 4] });
  expect(anchor?.quote).toBe('jumps.\n承担单位');
  const place = anchor === null ? null : locateQuote(leaves, anchor);
  expect(place).toEqual({ start: { leaf: 0, offset: 21 }, end: { leaf: 1, offset: 4 } });
});

it('quotes a register field by the value that is read', () => {
  const { anchor } = select({ from: [1, 6], to: [2, 4] }, 'PMI-3');
  expect(anchor?.quote).toBe('.PMI-3\n承担单位');
});

it('quotes nothing where only white space is selected', () => {
  expect(select({ from: [0, 3], to: [0, 4] }).anchor).toBeNull();
  expect(select({ from: [0, 4], to: [0, 4] }).anchor).toBeNull();
});

type Selected = { from: [text: number, offset: number]; to: [text: number, offset: number] };

/** Texts: 0 before the footnote, 1 after it, 2 the second paragraph. */
function select(
  { from, to }: Selected,
  code = '',
): { anchor: QuoteAnchor | null; leaves: string[] } {
  const editor = createHeadlessEditor({
    nodes: EDITOR_NODES,
    onError: (error) => {
      throw error;
    },
  });
  editor.update(
    () => {
      const texts = ['The quick brown fox', ' jumps.', '承担单位应组织专家咨询会。'].map((text) =>
        $createTextNode(text),
      ) as [TextNode, TextNode, TextNode];
      const [before, after, second] = texts;
      $getRoot().append(
        $createParagraphNode().append(
          before,
          $createFootnoteNode('note'),
          after,
          $createRegisterFieldNode('assignment.code'),
        ),
        $createParagraphNode().append(second),
      );
      const selection = $createRangeSelection();
      selection.anchor.set(texts[from[0]]?.getKey() ?? '', from[1], 'text');
      selection.focus.set(texts[to[0]]?.getKey() ?? '', to[1], 'text');
      $setSelection(selection);
    },
    { discrete: true },
  );
  return editor.getEditorState().read(() => ({
    anchor: $quoteOfSelection(valuesWith(code)),
    leaves: $surveyDocument().blocks.map((block) => block.text),
  }));
}

function valuesWith(code: string): RegisterValues {
  const unknown = Object.fromEntries(REGISTER_FIELDS.map((field) => [field, '']));
  return { ...(unknown as RegisterValues), 'assignment.code': code };
}
