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
import { isRegisterField } from '#app/domain/documents/template.ts';

export type SerializedRegisterFieldNode = Spread<{ field: string }, SerializedLexicalNode>;

/**
 * A value of the register inside the text. The node names the field; whoever shows it looks up
 * the present value (in the editor by `data-field` of the element made here).
 */
export class RegisterFieldNode extends DecoratorNode<null> {
  __field: string;

  static override getType(): string {
    return 'register-field';
  }

  static override clone(node: RegisterFieldNode): RegisterFieldNode {
    return new RegisterFieldNode(node.__field, node.__key);
  }

  static override importJSON(serialized: SerializedRegisterFieldNode): RegisterFieldNode {
    const field: unknown = serialized.field;
    return $createRegisterFieldNode(typeof field === 'string' ? field : '').updateFromJSON(
      serialized,
    );
  }

  /** Only known fields come back from the clipboard; anything else stays plain text. */
  static override importDOM(): DOMConversionMap<HTMLElement> {
    return {
      span: (element) => {
        const field = element.dataset['field'];
        if (field === undefined || !isRegisterField(field)) return null;
        return {
          conversion: () => ({ node: $createRegisterFieldNode(field) }),
          after: () => [],
          priority: 2,
        };
      },
    };
  }

  constructor(field = '', key?: NodeKey) {
    super(key);
    this.__field = field;
  }

  override exportJSON(): SerializedRegisterFieldNode {
    return { ...super.exportJSON(), type: 'register-field', version: 1, field: this.getField() };
  }

  override exportDOM(): DOMExportOutput {
    const element = document.createElement('span');
    element.className = CLASS_NAME;
    element.dataset['field'] = this.getField();
    return { element };
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const element = document.createElement('span');
    element.className = CLASS_NAME;
    element.dataset['field'] = this.__field;
    return element;
  }

  /** A new field gets a new element, so that the value of the old one cannot stay on screen. */
  override updateDOM(previous: this): boolean {
    return previous.__field !== this.__field;
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

  getField(): string {
    return this.getLatest().__field;
  }
}

export function $createRegisterFieldNode(field = ''): RegisterFieldNode {
  return $applyNodeReplacement(new RegisterFieldNode(field));
}

export function $isRegisterFieldNode(
  node: LexicalNode | null | undefined,
): node is RegisterFieldNode {
  return node instanceof RegisterFieldNode;
}

const CLASS_NAME = 'register-field';
