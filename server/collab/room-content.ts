/**
 * The content of an open document. As long as people only read, it is the stored bytes: a Yjs
 * document costs memory and time, and is built when the first edit has to be checked.
 */
import * as Y from 'yjs';
import { applyStored } from '../content/apply-stored.ts';
import { goesOnIn, readTypedOn, TypedRuns } from './gate/typed-on.ts';

export class RoomContent {
  private parts: Uint8Array[];
  private storedVector: Uint8Array | null = null;
  private built: Y.Doc | null = null;
  /** What was typed since somebody last looked; it becomes part of the document all at once. */
  private typed = new TypedRuns();

  /** @param parts the newest snapshot, if any, and the updates after it. */
  constructor(parts: readonly Uint8Array[]) {
    this.parts = [...parts];
  }

  /** The live document. */
  get doc(): Y.Doc {
    if (this.built === null) {
      const doc = new Y.Doc();
      applyStored(doc, this.parts);
      this.built = doc;
      this.parts = [];
    }
    if (!this.typed.isEmpty) {
      const update = this.typed.merged();
      this.typed = new TypedRuns();
      Y.applyUpdate(this.built, update, 'log');
    }
    return this.built;
  }

  /**
   * Takes an update that only goes on typing; the gate has nothing to ask about it, and Yjs is much
   * faster with many of them together.
   * @returns false for any other update, which is not taken.
   */
  takeTyped(update: Uint8Array, clientId: number): boolean {
    if (this.built === null) return false;
    const typed = readTypedOn(update);
    if (typed === null || typed.client !== clientId) return false;
    const goesOn = this.typed.hasAny(clientId)
      ? this.typed.goesOn(typed)
      : goesOnIn(this.built, typed);
    if (goesOn) this.typed.add(typed);
    return goesOn;
  }

  stateVector(): Uint8Array {
    if (!this.isServedAsStored()) return Y.encodeStateVector(this.doc);
    this.storedVector ??= vectorOf(this.parts);
    return this.storedVector;
  }

  /**
   * What somebody with this state vector does not have: one or more updates. Somebody who has
   * nothing gets the stored bytes as they are.
   */
  missing(stateVector: Uint8Array): Uint8Array[] {
    if (isEmpty(stateVector) && this.isServedAsStored()) return this.parts;
    return [Y.encodeStateAsUpdate(this.doc, stateVector)];
  }

  /** @returns whether anything changed. @throws when the update cannot be applied. */
  apply(update: Uint8Array): boolean {
    const { doc } = this;
    let changed = false;
    // Whoever listens to 'update' makes Yjs write each one down again.
    const note = (transaction: Y.Transaction) => {
      changed ||= hasChanged(transaction);
    };
    doc.on('afterTransaction', note);
    try {
      applyStored(doc, [update]);
    } finally {
      doc.off('afterTransaction', note);
    }
    return changed;
  }

  /** Whether something waits for edits that never came; the gate lets nothing such pass. */
  hasPending(): boolean {
    return this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null;
  }

  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc);
  }

  destroy(): void {
    this.built?.destroy();
  }

  /** Few parts need no document; many would cost each reader more than building it costs us. */
  private isServedAsStored(): boolean {
    return this.built === null && this.parts.length > 0 && this.parts.length <= PARTS_AS_STORED;
  }
}

function hasChanged({ deleteSet, beforeState, afterState }: Y.Transaction): boolean {
  if (deleteSet.clients.size > 0) return true;
  for (const [client, clock] of afterState) if (beforeState.get(client) !== clock) return true;
  return false;
}

/** A snapshot and what was typed in a moment after it. */
const PARTS_AS_STORED = 8;

/** Read from the bytes: building a document of a million edits is a second of work. */
function vectorOf([first = EMPTY_UPDATE, ...rest]: readonly Uint8Array[]): Uint8Array {
  // The first part holds each of its authors from the start on; the others go on from there.
  const clocks = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(first));
  for (const { id, length } of rest.flatMap((part) => Y.decodeUpdate(part).structs)) {
    clocks.set(id.client, Math.max(clocks.get(id.client) ?? 0, id.clock + length));
  }
  return Y.encodeStateVector(clocks);
}

/** No structs, no deletes. */
const EMPTY_UPDATE = Uint8Array.of(0, 0);

function isEmpty(stateVector: Uint8Array): boolean {
  return stateVector.length === 0 || (stateVector.length === 1 && stateVector[0] === 0);
}
