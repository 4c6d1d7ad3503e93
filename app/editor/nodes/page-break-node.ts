import { $applyNodeReplacement, DecoratorNode } from 'lexical';
import type {
  DOMConversionMap,
  DOMExportOutput,
  EditorConfig,
  LexicalNode,
  SerializedLexicalNode,
} from 'lexical';

/** What follows starts on a new page in print and in Word. */
export class PageBreakNode extends DecoratorNode<null> {
  static override getType(): string {
    return 'page-break';
  }

  static override clone(node: PageBreakNode): PageBreakNode {
    return new PageBreakNode(node.__key);
  }

  static override importJSON(serialized: SerializedLexicalNode): PageBreakNode {
    return $createPageBreakNode().updateFromJSON(serialized);
  }

  /** A line of another page is a line, not a page break: only our own comes back. */
  static override importDOM(): DOMConversionMap<HTMLElement> {
    return {
      hr: (element) =>
        element.dataset['pageBreak'] === undefined
          ? null
          : { conversion: () => ({ node: $createPageBreakNode() }), priority: 2 },
    };
  }

  override exportJSON(): SerializedLexicalNode {
    return { ...super.exportJSON(), type: 'page-break', version: 1 };
  }

  override exportDOM(): DOMExportOutput {
    return { element: pageBreakElement() };
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = pageBreakElement();
    const className: unknown = config.theme['pageBreak'];
    if (typeof className === 'string') element.className = className;
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  override decorate(): null {
    return null;
  }

  override isInline(): false {
    return false;
  }

  override isKeyboardSelectable(): true {
    return true;
  }

  override getTextContent(): string {
    return '\n';
  }
}

export function $createPageBreakNode(): PageBreakNode {
  return $applyNodeReplacement(new PageBreakNode());
}

export function $isPageBreakNode(node: LexicalNode | null | undefined): node is PageBreakNode {
  return node instanceof PageBreakNode;
}

function pageBreakElement(): HTMLElement {
  const element = document.createElement('hr');
  element.dataset['pageBreak'] = '';
  return element;
}
