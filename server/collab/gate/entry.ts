/** A struct of an update, as the gate sees it: where it says it stands, and what it holds. */
export type Id = { client: number; clock: number };

/** How a struct says where it stands. `nowhere` is a collected one, which holds nothing. */
export type Place =
  | { left: Id | null; right: Id | null }
  | { below: Id | typeof ROOT; key: string | null }
  | 'nowhere';

export const ROOT = 'root';

/** What a struct holds, as far as its place asks for it. */
export type Holding =
  | { kind: 'element'; name: string }
  | { kind: 'text' | 'string' | 'mark' | 'deleted' | 'collected' }
  | { kind: 'values'; read: () => unknown[] };

/** The list in which a struct stands; null once it stands in something that was removed. */
export type Where = {
  /** The type that has the list: of the document, or a struct of this update. */
  owner: object;
  inside: 'element' | 'text';
  /** Element that has the list; '' for a text. */
  name: string;
  /** Attribute, or null among the children. */
  key: string | null;
  /** Types above. */
  depth: number;
} | null;

export type Entry = {
  client: number;
  start: number;
  end: number;
  place: Place;
  holding: Holding;
  /** `unknown` until asked for, `open` while being asked for. */
  where: Where | 'unknown' | 'open';
  /** Its parts, once it stands in a list. */
  pieces: Piece[] | null;
};

/** A struct or a part of one. */
export type Piece = {
  client: number;
  start: number;
  /** What it was put behind and before. */
  left: Id | null;
  right: Id | null;
  /** What stands behind it; `unknown` until somebody asks. */
  next: Piece | null | 'unknown';
};
