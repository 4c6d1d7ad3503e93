/** The IndexedDB behind `kept-edits.ts`: sealed records of one person, and the key to them. */
import { forgetKeptOfOthers, KEPT_DATABASE, setKeptOwner } from './kept-owner.ts';

/** One change as it lies on the device. */
export type SealedRecord = {
  /** Order of writing; given by the database. */
  id: number;
  personId: string;
  documentId: string;
  clientId: number;
  clock: number;
  removal: boolean;
  /** Milliseconds since 1970. */
  at: number;
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
};

export type KeptStore = {
  key: CryptoKey;
  /** @returns the ids, in the order of the records. */
  add(records: readonly Omit<SealedRecord, 'id'>[]): Promise<number[]>;
  remove(ids: readonly number[]): Promise<void>;
  /** In the order of writing. */
  recordsOf(documentId: string): Promise<SealedRecord[]>;
  close(): void;
};

/**
 * Opens the store of one person; what others left is deleted first.
 * @returns null where the browser offers none, e.g. over plain HTTP or in some private windows.
 * @param onGone called when the store is deleted, because somebody signs out.
 */
export async function openKeptStore(
  personId: string,
  { now, onGone }: { now: number; onGone(): void },
): Promise<KeptStore | null> {
  if (typeof indexedDB === 'undefined' || !isSecureContext) return null;
  forgetKeptOfOthers(personId);
  const database = await openDatabase().catch(refusedByBrowser);
  if (database === null) return null;
  setKeptOwner(personId);
  database.onversionchange = () => {
    database.close();
    onGone();
  };
  const key = await keyOf(database, { personId, now });
  return {
    key,
    add: (records) => addRecords(database, records),
    remove: async (ids) => {
      const transaction = database.transaction(RECORDS, 'readwrite');
      for (const id of ids) transaction.objectStore(RECORDS).delete(id);
      await done(transaction);
    },
    recordsOf: async (documentId) => {
      const records = database.transaction(RECORDS).objectStore(RECORDS).index(BY_DOCUMENT);
      return await answer<SealedRecord[]>(records.getAll([personId, documentId]));
    },
    close: () => database.close(),
  };
}

async function addRecords(
  database: IDBDatabase,
  records: readonly Omit<SealedRecord, 'id'>[],
): Promise<number[]> {
  const transaction = database.transaction(RECORDS, 'readwrite');
  const store = transaction.objectStore(RECORDS);
  const requests = records.map((record) => store.add(record));
  await done(transaction);
  return requests.map(({ result }) => Number(result));
}

type KeyRecord = { personId: string; key: CryptoKey; createdAt: number };

/**
 * The key that seals the records. It cannot be taken out of the browser, and it is thrown away
 * with everything it sealed at sign-out, for another person, and when it is older than a sign-in
 * can be (DECISIONS.md, D-11).
 */
async function keyOf(
  database: IDBDatabase,
  { personId, now }: { personId: string; now: number },
): Promise<CryptoKey> {
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  // Two pages may come here at once: looking and writing are one transaction.
  const transaction = database.transaction([KEYS, RECORDS], 'readwrite');
  const keys = transaction.objectStore(KEYS);
  const known = await answer<KeyRecord | undefined>(keys.get(THE_KEY));
  const isGood = known?.personId === personId && now - known.createdAt < KEY_AGE_MAX_MS;
  if (!isGood) {
    transaction.objectStore(RECORDS).clear();
    keys.put({ personId, key: fresh, createdAt: now } satisfies KeyRecord, THE_KEY);
  }
  await done(transaction);
  return isGood ? known.key : fresh;
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(KEPT_DATABASE, 1);
  request.onupgradeneeded = () => {
    const { result } = request;
    result.createObjectStore(KEYS);
    const records = result.createObjectStore(RECORDS, { keyPath: 'id', autoIncrement: true });
    records.createIndex(BY_DOCUMENT, ['personId', 'documentId']);
  };
  return answer(request);
}

/** Browsers may forbid it to a site; then nothing is kept, and the page says so. */
function refusedByBrowser(error: unknown): null {
  if (error instanceof DOMException) return null;
  throw error;
}

function answer<Value>(request: IDBRequest): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as Value);
    request.onerror = () => reject(request.error ?? new DOMException('No answer', 'UnknownError'));
  });
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(transaction.error ?? new DOMException('Not written', 'AbortError'));
    transaction.oncomplete = () => resolve();
    transaction.onabort = fail;
    transaction.onerror = fail;
  });
}

const KEYS = 'keys';
const THE_KEY = 'the-key';
const RECORDS = 'edits';
const BY_DOCUMENT = 'by-document';
/** The absolute limit of a sign-in; client ids are honoured for longer. */
const KEY_AGE_MAX_MS = 7 * 86_400_000;
