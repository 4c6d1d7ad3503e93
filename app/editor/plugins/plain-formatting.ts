import { LinkNode } from '@lexical/link';
import { mergeRegister, ParagraphNode, TextNode, type LexicalEditor } from 'lexical';
import { safeLinkUrl } from '../safe-link-url.ts';

/**
 * Keeps foreign looks and addresses out of what is pasted: marks such as bold stay, colours and
 * fonts go, a link that is no web or mail address becomes plain text.
 */
export function registerPlainFormatting(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(TextNode, (node) => {
      if (node.getStyle() !== '') node.setStyle('');
    }),
    editor.registerNodeTransform(ParagraphNode, (node) => {
      if (node.getTextStyle() !== '') node.setTextStyle('');
      if (node.getStyle() !== '') node.setStyle('');
    }),
    editor.registerNodeTransform(LinkNode, (node) => {
      if (safeLinkUrl(node.getURL()) !== null) return;
      for (const child of node.getChildren()) node.insertBefore(child);
      node.remove();
    }),
  );
}
