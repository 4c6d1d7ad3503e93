/**
 * One way to read a node of the content, whether it stands in serialised Lexical JSON or in the
 * co-edited Yjs document. Outline and tree are written once against this, so the two always agree
 * on which blocks there are, in which order, with which characters.
 */
export type NodeReader<Node> = {
  /** Lexical type of the node; every node that only holds characters is a `text`. */
  typeOf(node: Node): string;
  childrenOf(node: Node): readonly Node[];
  /** A property by its name in Lexical JSON; undefined where it has the default. */
  property(node: Node, name: string): unknown;
  /** A NodeState by its key. */
  state(node: Node, key: string): unknown;
  /** The characters of a `text` node, cut where the formatting changes. */
  runsOf(node: Node): TextRun[];
};

/** `format` is Lexical's bit field of text formats. */
export type TextRun = { text: string; format: number };
