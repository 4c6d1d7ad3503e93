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

type Picture = { attachmentId: string; alternativeText: string; width: number | null };

export type SerializedImageNode = Spread<Picture, SerializedLexicalNode>;

/** A picture as a block of its own. The bytes are an attachment of the document, never a URL. */
export class ImageNode extends DecoratorNode<null> {
  __attachmentId: string;
  __alternativeText: string;
  /** Displayed size in CSS pixels; null means the picture's own width. */
  __width: number | null;

  static override getType(): string {
    return 'image';
  }

  static override clone(node: ImageNode): ImageNode {
    return new ImageNode(pictureOf(node), node.__key);
  }

  static override importJSON(serialized: SerializedImageNode): ImageNode {
    return $createImageNode(readPicture(serialized)).updateFromJSON(serialized);
  }

  /** Pictures of other pages are not taken over: only those that are attachments already. */
  static override importDOM(): DOMConversionMap<HTMLElement> {
    return {
      figure: (element) => {
        const { attachmentId, alternativeText, width } = element.dataset;
        if (attachmentId === undefined || attachmentId === '') return null;
        const picture = readPicture({ attachmentId, alternativeText, width: Number(width) });
        return {
          conversion: () => ({ node: $createImageNode(picture) }),
          after: () => [],
          priority: 2,
        };
      },
    };
  }

  constructor(picture: Partial<Picture> = {}, key?: NodeKey) {
    super(key);
    this.__attachmentId = picture.attachmentId ?? '';
    this.__alternativeText = picture.alternativeText ?? '';
    this.__width = picture.width ?? null;
  }

  override exportJSON(): SerializedImageNode {
    return { ...super.exportJSON(), type: 'image', version: 1, ...this.getPicture() };
  }

  override exportDOM(): DOMExportOutput {
    const element = document.createElement('figure');
    draw(element, this.getPicture());
    return { element };
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = document.createElement('figure');
    const className: unknown = config.theme['image'];
    if (typeof className === 'string') element.className = className;
    draw(element, pictureOf(this));
    return element;
  }

  override updateDOM(_previous: this, element: HTMLElement): false {
    draw(element, pictureOf(this));
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
    return this.getPicture().alternativeText;
  }

  getPicture(): Picture {
    return pictureOf(this.getLatest());
  }

  setPicture(change: Partial<Picture>): this {
    const writable = this.getWritable();
    const picture = { ...pictureOf(writable), ...change };
    writable.__attachmentId = picture.attachmentId;
    writable.__alternativeText = picture.alternativeText;
    writable.__width = picture.width;
    return writable;
  }
}

export function $createImageNode(picture: Partial<Picture> = {}): ImageNode {
  return $applyNodeReplacement(new ImageNode(picture));
}

export function $isImageNode(node: LexicalNode | null | undefined): node is ImageNode {
  return node instanceof ImageNode;
}

/** Where a picture's bytes are read. Access follows the document that it belongs to. */
export function attachmentPath(attachmentId: string): string {
  return `/attachments/${encodeURIComponent(attachmentId)}`;
}

function pictureOf(node: ImageNode): Picture {
  return {
    attachmentId: node.__attachmentId,
    alternativeText: node.__alternativeText,
    width: node.__width,
  };
}

/** Values from JSON or the clipboard are not trusted to have the right type. */
function readPicture(source: { [key in keyof Picture]?: unknown }): Picture {
  const { attachmentId, alternativeText, width } = source;
  return {
    attachmentId: typeof attachmentId === 'string' ? attachmentId : '',
    alternativeText: typeof alternativeText === 'string' ? alternativeText : '',
    width: typeof width === 'number' && width > 0 && Number.isFinite(width) ? width : null,
  };
}

function draw(element: HTMLElement, picture: Picture): void {
  element.dataset['attachmentId'] = picture.attachmentId;
  element.dataset['alternativeText'] = picture.alternativeText;
  element.dataset['width'] = picture.width === null ? '' : String(picture.width);
  const image = document.createElement('img');
  image.src = attachmentPath(picture.attachmentId);
  image.alt = picture.alternativeText;
  if (picture.width !== null) image.width = picture.width;
  element.replaceChildren(image);
}
