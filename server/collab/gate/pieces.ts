/**
 * The structs that an update touches, as Yjs has them in its lists: one behind the other, and cut in
 * two where something comes between. Made as far as somebody asks for them; the document stays as
 * it is.
 */
import * as Y from 'yjs';
import type { Entry, Id, Piece } from './entry.ts';

type Struct = Entry | Y.Item | Y.GC;

export class Pieces {
  private readonly standing: (id: Id) => Struct | null;
  private readonly onCut: () => void;
  /** The pieces of a struct of the document in the order of their clocks. */
  private readonly ofItem = new Map<Y.Item, Piece[]>();
  /** And the struct of each. */
  private readonly structs = new Map<Piece, Y.Item>();

  constructor(standing: (id: Id) => Struct | null, onCut: () => void) {
    this.standing = standing;
    this.onCut = onCut;
  }

  /** A new struct, which stands nowhere yet. */
  of(entry: Entry, neighbours: { left: Id | null; right: Id | null }): Piece {
    const { client, start } = entry;
    const piece: Piece = { client, start, ...neighbours, next: null };
    entry.pieces = [piece];
    return piece;
  }

  /** The piece that ends with this clock, cut if need be; null for what stands nowhere. */
  endingWith(id: Id): Piece | null {
    const struct = this.standing(id);
    const pieces = this.piecesOf(struct);
    if (struct === null || pieces === null) return null;
    const at = indexOf(pieces, id.clock);
    const end = pieces[at + 1]?.start ?? endOf(struct);
    if (id.clock !== end - 1) this.cutAt(pieces, at, { client: id.client, clock: id.clock + 1 });
    return pieces[at] ?? null;
  }

  /** The piece that starts with this clock. */
  startingWith(id: Id): Piece | null {
    const pieces = this.piecesOf(this.standing(id));
    if (pieces === null) return null;
    const at = indexOf(pieces, id.clock);
    if (pieces[at]?.start === id.clock) return pieces[at];
    return this.cutAt(pieces, at, id);
  }

  /** The piece in which a clock is. */
  holding(id: Id): Piece | null {
    const pieces = this.piecesOf(this.standing(id));
    return pieces?.[indexOf(pieces, id.clock)] ?? null;
  }

  firstOf(item: Y.Item | null): Piece | null {
    return this.piecesOf(item)?.[0] ?? null;
  }

  next(piece: Piece): Piece | null {
    if (piece.next === 'unknown') piece.next = this.firstOf(this.structs.get(piece)?.right ?? null);
    return piece.next;
  }

  private cutAt(pieces: Piece[], at: number, id: Id): Piece | null {
    const head = pieces[at];
    if (head === undefined) return null;
    this.onCut();
    const { client, right, next } = head;
    const left = { client, clock: id.clock - 1 };
    const tail: Piece = { client, start: id.clock, left, right, next };
    const item = this.structs.get(head);
    if (item !== undefined) this.structs.set(tail, item);
    head.next = tail;
    pieces.splice(at + 1, 0, tail);
    return tail;
  }

  private piecesOf(struct: Struct | null): Piece[] | null {
    if (struct === null || struct instanceof Y.GC) return null;
    if (!(struct instanceof Y.Item)) return struct.pieces;
    const known = this.ofItem.get(struct);
    if (known !== undefined) return known;
    const { id, origin, rightOrigin } = struct;
    const piece: Piece = {
      client: id.client,
      start: id.clock,
      left: origin,
      right: rightOrigin,
      next: 'unknown',
    };
    this.structs.set(piece, struct);
    const pieces = [piece];
    this.ofItem.set(struct, pieces);
    return pieces;
  }
}

function endOf(struct: Struct): number {
  return 'end' in struct ? struct.end : struct.id.clock + struct.length;
}

/** The last piece that starts at or before a clock. */
function indexOf(pieces: readonly Piece[], clock: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.start ?? Number.POSITIVE_INFINITY) <= clock) low = middle;
    else high = middle - 1;
  }
  return low;
}
