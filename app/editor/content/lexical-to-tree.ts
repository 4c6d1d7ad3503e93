/** Serialised Lexical JSON to the neutral tree. Pure; accepts JSON of any origin. */
import type { DocumentTree } from '#app/domain/documents/document-tree.ts';
import type { NodeReader } from './node-reader.ts';
import { blocksOf } from './outline-to-tree.ts';

/** @param content what `editorState.toJSON()` gives, or JSON of that shape from elsewhere. */
export function lexicalToTree(content: { root: object }): DocumentTree {
  return { blocks: blocksOf(childrenOf(asRecord(content.root)), SERIALISED_READER) };
}

type SerialisedNode = Readonly<Record<string, unknown>>;

const SERIALISED_READER: NodeReader<SerialisedNode> = {
  typeOf(node) {
    const { type } = node;
    return typeof type === 'string' ? type : '';
  },
  childrenOf,
  property: (node, name) => node[name],
  state: (node, key) => asRecord(node['$'])[key],
  runsOf(node) {
    const { text, format } = node;
    return typeof text === 'string' && text !== ''
      ? [{ text, format: typeof format === 'number' ? format : 0 }]
      : [];
  },
};

function childrenOf(node: SerialisedNode): readonly SerialisedNode[] {
  const { children } = node;
  return Array.isArray(children) ? children.map(asRecord) : [];
}

function asRecord(value: unknown): SerialisedNode {
  return typeof value === 'object' && value !== null ? (value as SerialisedNode) : {};
}
