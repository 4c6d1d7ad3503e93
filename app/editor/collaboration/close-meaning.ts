/** What a closed socket asks of the client; the codes are explained in server/collab/SPEC.md (D7). */
export type CloseMeaning =
  | { kind: 'retry' }
  /** The server cannot reach its database. */
  | { kind: 'unstored' }
  /** The ticket is no longer good: ask for a new one, and sign in where that is refused. */
  | { kind: 'renew' }
  | { kind: 'forbidden' }
  | { kind: 'refused'; code: string };

/** @param event null when the connection was given up on this side. */
export function meaningOfClose(event: { code: number; reason: string } | null): CloseMeaning {
  if (event === null) return { kind: 'retry' };
  const { code, reason } = event;
  if (code === SIGN_IN_AGAIN) return { kind: 'renew' };
  if (code === FORBIDDEN) return { kind: 'forbidden' };
  if (code >= 4400 && code < 4500) return { kind: 'refused', code: reason || String(code) };
  // A frame larger than the server reads: sent again it would be as large.
  if (code === TOO_BIG) return { kind: 'refused', code: 'bytes' };
  return code === TRY_LATER && reason === 'unavailable' ? { kind: 'unstored' } : { kind: 'retry' };
}

/** Reasons of the gate, put together by what an author can do about them. */
export type RefusalGroup = 'too-large' | 'other-author' | 'unknown-content' | 'damaged';

export function refusalGroup(code: string): RefusalGroup {
  return GROUPS[code] ?? 'damaged';
}

const GROUPS: Readonly<Record<string, RefusalGroup>> = {
  bytes: 'too-large',
  clients: 'too-large',
  structs: 'too-large',
  length: 'too-large',
  depth: 'too-large',
  string: 'too-large',
  any: 'too-large',
  'delete-clients': 'too-large',
  'delete-ranges': 'too-large',
  distance: 'too-large',
  owner: 'other-author',
  'client-id': 'other-author',
  parent: 'unknown-content',
  root: 'unknown-content',
  'node-type': 'unknown-content',
  content: 'unknown-content',
  attribute: 'unknown-content',
  key: 'unknown-content',
  format: 'unknown-content',
};

const TRY_LATER = 1013;
const TOO_BIG = 1009;
const SIGN_IN_AGAIN = 4401;
const FORBIDDEN = 4403;
