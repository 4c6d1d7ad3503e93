/**
 * One person with the document open: a real Yjs document, bare or under a real editor, that speaks
 * as y-websocket does. In particular it sends what is typed as soon as its socket is open, before
 * both sides have compared what they have.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import { openPeer, type HeadlessPeer } from '#test/support/headless-peer.ts';
import type { SimulatedLink } from './simulated-link.ts';
import type { Violations } from './violations.ts';

const MESSAGE_SYNC = 0;
const MESSAGE_SAVED = 120;
const MESSAGE_REFUSED = 121;

export type Kind = 'plain' | 'editor' | 'reader';

export class SimulatedClient {
  readonly personId: string;
  readonly kind: Kind;
  /** All ids that this person was ever given. */
  readonly issued: number[] = [];
  /** Those under which it knows what it wrote. */
  readonly clientIds: number[] = [];
  /** Clock by own client id up to which the server has acknowledged. */
  readonly acknowledged = new Map<number, number>();
  doc = new Y.Doc();
  peer: HeadlessPeer | null = null;
  link: SimulatedLink | null = null;
  /** Steps for which it stays away. */
  away = 0;
  private readonly violations: Violations;

  constructor(person: { id: string; kind: Kind; clientId: number }, violations: Violations) {
    this.personId = person.id;
    this.kind = person.kind;
    this.violations = violations;
    this.start(person.clientId);
  }

  get clientId(): number {
    return this.doc.clientID;
  }

  /** Nobody writes before the document has come. */
  get mayWrite(): boolean {
    return this.kind !== 'reader' && this.hasContent;
  }

  private get hasContent(): boolean {
    return this.doc.get('root-v2', Y.XmlElement).length > 0;
  }

  /** Everything written under ids of this person is acknowledged. */
  get isSaved(): boolean {
    return this.clientIds.every(
      (id) => Y.getState(this.doc.store, id) <= (this.acknowledged.get(id) ?? 0),
    );
  }

  /** The page is loaded again, under a new id; what was kept on the device comes back. */
  reload(clientId: number, kept: 'kept' | 'lost'): void {
    const isKept = kept === 'kept' && this.hasContent;
    const state = isKept ? Y.encodeStateAsUpdate(this.doc) : undefined;
    this.link?.cut(this.link.toServer.length);
    if (kept === 'lost') {
      this.clientIds.length = 0;
      this.acknowledged.clear();
    }
    this.doc.destroy();
    this.start(clientId, state);
  }

  open(link: SimulatedLink): void {
    this.link = link;
    this.askForNews();
  }

  /** Sends the state vector, as a client does to be sure that a removal has arrived. */
  askForNews(): void {
    this.send((encoder) => sync.writeSyncStep1(encoder, this.doc));
  }

  hear(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE_SYNC) this.synchronise(decoder);
    if (type === MESSAGE_SAVED) this.saved(decoding.readVarUint8Array(decoder));
    if (type === MESSAGE_REFUSED) this.refused(decoding.readVarString(decoder));
  }

  closed({ code, reason }: { code: number; reason: string }): void {
    this.link = null;
    if (code >= 4400 && code < 4500) {
      this.violations.add('refused', `${this.personId} was closed with ${code} ${reason}`);
    }
  }

  private start(clientId: number, state?: Uint8Array): void {
    this.issued.push(clientId);
    this.clientIds.push(clientId);
    if (this.kind === 'editor') {
      this.peer = openPeer(state, clientId);
      this.doc = this.peer.doc;
    } else {
      this.doc = new Y.Doc();
      this.doc.clientID = clientId;
      if (state !== undefined) Y.applyUpdate(this.doc, state);
    }
    const { doc } = this;
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== REMOTE) this.send((encoder) => sync.writeUpdate(encoder, update));
    });
  }

  private synchronise(decoder: decoding.Decoder): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE_SYNC);
    sync.readSyncMessage(decoder, encoder, this.doc, REMOTE);
    if (encoding.length(encoder) > 1) this.link?.toServer.push(encoding.toUint8Array(encoder));
  }

  private saved(stateVector: Uint8Array): void {
    const stored = Y.decodeStateVector(stateVector);
    for (const id of this.clientIds) {
      const clock = Math.max(this.acknowledged.get(id) ?? 0, stored.get(id) ?? 0);
      this.acknowledged.set(id, clock);
    }
  }

  private refused(code: string): void {
    // A reader's document, too, takes marks without effect away, and y-websocket sends that.
    if (code === 'read-only' && this.kind === 'reader') return;
    if (code !== 'store-unavailable') this.violations.add('refused', `${this.personId}: ${code}`);
  }

  private send(write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE_SYNC);
    write(encoder);
    this.link?.toServer.push(encoding.toUint8Array(encoder));
  }
}

const REMOTE = 'remote';
