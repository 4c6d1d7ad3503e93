/**
 * The shape of the content: which blocks hold text, in reading order. Tolerant on purpose: other
 * clients may write nodes that we do not know or in places where they do not belong, and their
 * text must not vanish. Unknown blocks are looked through, unknown inlines give their text.
 */
import type { NodeReader } from './node-reader.ts';

export type OutlineInline<Node> =
  { kind: 'atom'; node: Node } | { kind: 'link'; node: Node; inlines: OutlineInline<Node>[] };

/** A block that holds inlines. `block` is null for loose text that stands in no block. */
export type OutlineLeaf<Node> = {
  kind: 'leaf';
  block: Node | null;
  /** False for what follows in the same block after a block that stood inside it. */
  opensBlock: boolean;
  inlines: OutlineInline<Node>[];
};
export type OutlineItem<Node> = OutlineLeaf<Node> & { nested: OutlineList<Node>[] };
export type OutlineList<Node> = { kind: 'list'; node: Node; items: OutlineItem<Node>[] };
export type OutlineCell<Node> = { node: Node | null; blocks: OutlineBlock<Node>[] };
export type OutlineTable<Node> = {
  kind: 'table';
  node: Node;
  rows: { cells: OutlineCell<Node>[] }[];
};
export type OutlineBlock<Node> =
  | OutlineLeaf<Node>
  | OutlineList<Node>
  | OutlineTable<Node>
  /** A block without text of its own: a picture or a page break. */
  | { kind: 'object'; node: Node };

/** Deeper nesting is kept as one paragraph of its text; nobody writes such a document by hand. */
export const CONTENT_DEPTH_MAX = 60;

export function contentOutline<Node>(
  nodes: readonly Node[],
  reader: NodeReader<Node>,
): OutlineBlock<Node>[] {
  return new Outliner(reader).blocks(nodes, 0);
}

class Outliner<Node> {
  readonly #reader: NodeReader<Node>;

  constructor(reader: NodeReader<Node>) {
    this.#reader = reader;
  }

  blocks(nodes: readonly Node[], depth: number): OutlineBlock<Node>[] {
    if (depth > CONTENT_DEPTH_MAX)
      return this.#looseText(nodes.flatMap((node) => this.#flat(node)));
    const blocks: OutlineBlock<Node>[] = [];
    let loose: OutlineInline<Node>[] = [];
    const endLooseText = () => {
      blocks.push(...this.#looseText(loose));
      loose = [];
    };
    for (const node of nodes) {
      if (INLINE_TYPES.has(this.#reader.typeOf(node))) {
        loose.push(...this.#inlines(node, depth + 1));
      } else {
        endLooseText();
        blocks.push(...this.#block(node, depth));
      }
    }
    endLooseText();
    return blocks;
  }

  #block(node: Node, depth: number): OutlineBlock<Node>[] {
    const children = this.#reader.childrenOf(node);
    switch (this.#reader.typeOf(node)) {
      case 'paragraph':
      case 'heading':
      case 'quote':
      case 'listitem':
        return this.#leaves(node, depth);
      case 'list':
        return [this.#list(node, depth)];
      case 'table':
        return [this.#table(node, depth)];
      case 'image':
      case 'page-break':
        return [{ kind: 'object', node }];
      default:
        return children.length === 0
          ? this.#looseText(this.#flat(node))
          : this.blocks(children, depth + 1);
    }
  }

  /** Usually one leaf; a block that somebody put inside a text block stands on its own. */
  #leaves(block: Node, depth: number): OutlineBlock<Node>[] {
    const parts: OutlineBlock<Node>[] = [];
    let inlines: OutlineInline<Node>[] = [];
    let opensBlock = true;
    const endLeaf = () => {
      parts.push({ kind: 'leaf', block, opensBlock, inlines });
      inlines = [];
      opensBlock = false;
    };
    for (const child of this.#reader.childrenOf(block)) {
      if (BLOCK_TYPES.has(this.#reader.typeOf(child))) {
        if (inlines.length > 0) endLeaf();
        parts.push(...this.blocks([child], depth + 1));
      } else {
        inlines.push(...this.#inlines(child, depth + 1));
      }
    }
    if (inlines.length > 0 || parts.length === 0) endLeaf();
    return parts;
  }

  #list(node: Node, depth: number): OutlineList<Node> {
    const items: OutlineItem<Node>[] = [];
    for (const child of this.#reader.childrenOf(node)) this.#addItem(items, child, depth + 1);
    return { kind: 'list', node, items };
  }

  /**
   * Lexical holds a nested list in an item of its own after the item that it belongs to; the
   * outline hangs it on that item.
   */
  #addItem(items: OutlineItem<Node>[], node: Node, depth: number): void {
    let inlines: OutlineInline<Node>[] = [];
    let opensBlock = true;
    const endItem = () => {
      items.push({ kind: 'leaf', block: node, opensBlock, inlines, nested: [] });
      inlines = [];
      opensBlock = false;
    };
    const isItem = this.#reader.typeOf(node) === 'listitem';
    const children = isItem ? this.#reader.childrenOf(node) : [node];
    for (const child of children) {
      const type = this.#reader.typeOf(child);
      if (type === 'list' && depth < CONTENT_DEPTH_MAX) {
        if (inlines.length > 0 || items.length === 0) endItem();
        items.at(-1)?.nested.push(this.#list(child, depth + 1));
      } else if (BLOCK_TYPES.has(type)) {
        if (inlines.length > 0) endItem();
        inlines.push(...this.#flat(child));
        endItem();
      } else {
        inlines.push(...this.#inlines(child, depth + 1));
      }
    }
    if (inlines.length > 0 || children.length === 0) endItem();
  }

  #table(node: Node, depth: number): OutlineTable<Node> {
    const rows = this.#reader.childrenOf(node).map((row) => {
      const isRow = this.#reader.typeOf(row) === 'tablerow';
      const cells = isRow ? this.#reader.childrenOf(row) : [row];
      return { cells: cells.map((cell) => this.#cell(cell, depth + 2)) };
    });
    return { kind: 'table', node, rows };
  }

  #cell(node: Node, depth: number): OutlineCell<Node> {
    return this.#reader.typeOf(node) === 'tablecell'
      ? { node, blocks: this.blocks(this.#reader.childrenOf(node), depth + 1) }
      : { node: null, blocks: this.blocks([node], depth + 1) };
  }

  #inlines(node: Node, depth: number): OutlineInline<Node>[] {
    const type = this.#reader.typeOf(node);
    const children = this.#reader.childrenOf(node);
    if (depth > CONTENT_DEPTH_MAX || children.length === 0 || BLOCK_TYPES.has(type)) {
      return this.#flat(node);
    }
    const inlines = children.flatMap((child) => this.#inlines(child, depth + 1));
    return type === 'link' ? [{ kind: 'link', node, inlines }] : inlines;
  }

  #looseText(inlines: OutlineInline<Node>[]): OutlineLeaf<Node>[] {
    return inlines.length === 0 ? [] : [{ kind: 'leaf', block: null, opensBlock: true, inlines }];
  }

  /** All characters under a node in order, without recursion: the depth is not ours to choose. */
  #flat(root: Node): OutlineInline<Node>[] {
    const atoms: OutlineInline<Node>[] = [];
    const waiting = [root];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      const children = this.#reader.childrenOf(node);
      if (ATOM_TYPES.has(this.#reader.typeOf(node)) || unknownText(node, this.#reader) !== '') {
        atoms.push({ kind: 'atom', node });
      }
      for (let index = children.length - 1; index >= 0; index -= 1) {
        const child = children[index];
        if (child !== undefined) waiting.push(child);
      }
    }
    return atoms;
  }
}

/** What an inline node of a type that we do not know wants to say. */
export function unknownText<Node>(node: Node, reader: NodeReader<Node>): string {
  const type = reader.typeOf(node);
  if (ATOM_TYPES.has(type) || type === 'link' || BLOCK_TYPES.has(type)) return '';
  const text = reader.property(node, 'text');
  return typeof text === 'string' ? text : '';
}

const ATOM_TYPES: ReadonlySet<string> = new Set([
  'text',
  'tab',
  'linebreak',
  'footnote',
  'register-field',
]);
const INLINE_TYPES: ReadonlySet<string> = new Set([...ATOM_TYPES, 'link']);
const BLOCK_TYPES: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'quote',
  'list',
  'listitem',
  'table',
  'tablerow',
  'tablecell',
  'image',
  'page-break',
]);
