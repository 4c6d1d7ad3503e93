import * as Y from 'yjs';

/**
 * Whether an update writes into `block` or takes something out of it, or takes it away. The
 * update has not been applied yet.
 */
export function touchesBlock(doc: Y.Doc, update: Uint8Array, block: Y.XmlElement): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  return (
    structs.some((struct) => struct instanceof Y.Item && isWithin(parentOf(doc, struct), block)) ||
    [...ds.clients].some(([client, ranges]) =>
      ranges.some(({ clock, len }) => removesFrom(doc, { client, clock, len }, block)),
    )
  );
}

/** What a struct of an update goes into; null for what only builds on another struct of it. */
function parentOf(doc: Y.Doc, { parent, origin, rightOrigin }: Y.Item): unknown {
  if (parent instanceof Y.ID) {
    const holder = known(doc, parent);
    return holder?.content instanceof Y.ContentType ? holder.content.type : null;
  }
  const neighbour = [origin, rightOrigin].find((id) => id !== null && known(doc, id) !== null);
  return neighbour == null ? null : (known(doc, neighbour)?.parent ?? null);
}

function known(doc: Y.Doc, id: Y.ID): Y.Item | null {
  if (id.clock >= Y.getState(doc.store, id.client)) return null;
  const struct: unknown = Y.getItem(doc.store, id);
  return struct instanceof Y.Item ? struct : null;
}

type Range = { client: number; clock: number; len: number };

function removesFrom(doc: Y.Doc, { client, clock, len }: Range, block: Y.XmlElement): boolean {
  const structs = doc.store.clients.get(client) ?? [];
  const end = Math.min(clock + len, Y.getState(doc.store, client));
  if (clock >= end) return false;
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
    const struct = structs[at];
    if (struct === undefined || struct.id.clock >= end) return false;
    if (!(struct instanceof Y.Item) || struct.deleted) continue;
    const removed = struct.content instanceof Y.ContentType ? struct.content.type : null;
    if (isWithin(struct.parent, block) || isWithin(block, removed)) return true;
  }
  return false;
}

function isWithin(type: unknown, around: unknown): boolean {
  let current = type;
  while (current instanceof Y.AbstractType) {
    if (current === around) return true;
    current = current._item?.parent ?? null;
  }
  return false;
}
