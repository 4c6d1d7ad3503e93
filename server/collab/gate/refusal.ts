/** Why an update was not taken. Part of the protocol: sent in message 121, never changed. */
export type GateReason =
  | 'bytes'
  | 'clients'
  | 'structs'
  | 'client-id'
  | 'owner'
  | 'gap'
  | 'skip'
  | 'self-reference'
  | 'unknown-reference'
  | 'parent'
  | 'root'
  | 'node-type'
  | 'depth'
  | 'distance'
  | 'neighbours'
  | 'attribute'
  | 'content'
  | 'key'
  | 'string'
  | 'format'
  | 'any'
  | 'length'
  | 'delete-clients'
  | 'delete-ranges'
  | 'delete-order'
  | 'delete-future'
  | 'trailing'
  | 'number'
  | 'truncated';

export class GateRefusal extends Error {
  readonly reason: GateReason;

  constructor(reason: GateReason) {
    super(`The update was refused: ${reason}.`);
    this.reason = reason;
  }
}

export function refuse(reason: GateReason): never {
  throw new GateRefusal(reason);
}
