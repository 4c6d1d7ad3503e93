import * as Y from 'yjs';

/**
 * Whether both hold the same edits and say the same. The sets of removals may differ: Yjs takes
 * formatting marks away that have lost their effect, in every copy for itself and at its own time.
 */
export function areSame(left: Y.Doc, right: Y.Doc): boolean {
  const [ofLeft, ofRight] = [Y.snapshot(left).sv, Y.snapshot(right).sv];
  return (
    ofLeft.size === ofRight.size &&
    [...ofLeft].every(([client, clock]) => ofRight.get(client) === clock) &&
    contentOf(left) === contentOf(right)
  );
}

function contentOf(doc: Y.Doc): string {
  return JSON.stringify(describe(doc.get('root-v2', Y.XmlElement)));
}

function describe(node: unknown): unknown {
  if (node instanceof Y.XmlText) return node.toDelta();
  if (!(node instanceof Y.XmlElement)) return null;
  const attributes = Object.entries(node.getAttributes()).sort(([a], [b]) => (a < b ? -1 : 1));
  return [node.nodeName, attributes, node.toArray().map(describe)];
}
