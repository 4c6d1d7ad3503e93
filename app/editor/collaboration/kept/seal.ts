/** AES-GCM around one change; what it belongs to is bound into the seal. */
import type { OwnChange } from '../save-status.ts';
import type { SealedRecord } from './kept-store.ts';

/** A change with the Yjs update that makes it. */
export type KeptEdit = OwnChange & { update: Uint8Array };
export type Owner = { personId: string; documentId: string };

export async function seal(
  edit: KeptEdit,
  { key, owner, at }: { key: CryptoKey; owner: Owner; at: number },
): Promise<Omit<SealedRecord, 'id'>> {
  const { clientId, clock, removal, update } = edit;
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const record = { ...owner, clientId, clock, removal };
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: boundTo(record) },
    key,
    new Uint8Array(update),
  );
  return { ...record, at, iv, sealed };
}

/** @throws when the record was sealed with another key or for something else. */
export async function unseal(record: SealedRecord, key: CryptoKey): Promise<KeptEdit> {
  const { clientId, clock, removal, iv, sealed } = record;
  const update = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv, additionalData: boundTo(record) },
    key,
    sealed,
  );
  return { clientId, clock, removal, update: new Uint8Array(update) };
}

function boundTo({ personId, documentId, clientId, clock, removal }: Owner & OwnChange) {
  return new TextEncoder().encode(JSON.stringify([personId, documentId, clientId, clock, removal]));
}

/** The length that the standard advises for AES-GCM. */
const IV_BYTES = 12;
