import { $applyNodeReplacement, DecoratorNode } from 'lexical';
import type {
  DOMConversionMap,
  DOMExportOutput,
  EditorConfig,
  LexicalNode,
  NodeKey,
  SerializedLexicalNode,
  Spread,
} from 'lexical';
import { OBJECT_CHARACTER } from '#app/domain/documents/document-tree.ts';

export type SerializedFootnoteNode = Spread<{ text: string }, SerializedLexicalNode>;

/** A note to the place where it stands. Its number is counted by the style sheet, never stored. */
export class FootnoteNode extends DecoratorNode<null> {
  __text: string;

  static override getType(): string {
    return 'footnote';
  }

  static override clone(node: FootnoteNode): FootnoteNode {
    return new FootnoteNode(node.__text, node.__key);
  }

  static override importJSON(serialized: SerializedFootnoteNode): FootnoteNode {
    return $createFootnoteNode(asText(serialized.text)).updateFromJSON(serialized);
  }

  /** Only what Dagang itself put on the clipboard becomes a footnote again. */
  static override importDOM(): DOMConversionMap<HTMLElement> {
    return {
      span: (element) =>
        element.dataset['footnote'] === undefined
          ? null
          : {
              conversion: () => ({ node: $createFootnoteNode(element.dataset['footnote'] ?? '') }),
              after: () => [],
              priority: 2,
            },
    };
  }

  constructor(text = '', key?: NodeKey) {
    super(key);
    this.__text = text;
  }

  override exportJSON(): SerializedFootnoteNode {
    return { ...super.exportJSON(), type: 'footnote', version: 1, text: this.getText() };
  }

  override exportDOM(): DOMExportOutput {
    return { element: footnoteElement(this.getText()) };
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = footnoteElement(this.__text);
    element.className = themeClass(config.theme['footnote']);
    return element;
  }

  override updateDOM(previous: this, element: HTMLElement): false {
    if (previous.__text !== this.__text) describe(element, this.__text);
    return false;
  }

  override decorate(): null {
    return null;
  }

  override isInline(): true {
    return true;
  }

  override isKeyboardSelectable(): true {
    return true;
  }

  /** One character, as the tree counts it, so that offsets agree everywhere. */
  override getTextContent(): string {
    return OBJECT_CHARACTER;
  }

  getText(): string {
    return this.getLatest().__text;
  }

  setText(text: string): this {
    const writable = this.getWritable();
    writable.__text = text;
    return writable;
  }
}

export function $createFootnoteNode(text = ''): FootnoteNode {
  return $applyNodeReplacement(new FootnoteNode(text));
}

export function $isFootnoteNode(node: LexicalNode | null | undefined): node is FootnoteNode {
  return node instanceof FootnoteNode;
}

function footnoteElement(text: string): HTMLElement {
  const element = document.createElement('span');
  describe(element, text);
  return element;
}

function describe(element: HTMLElement, text: string): void {
  element.dataset['footnote'] = text;
  element.title = text;
  element.setAttribute('role', 'doc-noteref');
  element.setAttribute('aria-label', text);
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function themeClass(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
