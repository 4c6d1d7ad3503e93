/**
 * Several people in one document with real editors, and a server that asks the gate about every
 * message, applies it and logs it. Nobody here ever means harm: each refusal is a fault of ours.
 */
import * as Y from 'yjs';
import { screenUpdate } from '#server/collab/gate/screen-update.ts';
import { openPeer, type HeadlessPeer } from './headless-peer.ts';
import {
  $appendTable,
  $compose,
  $insertTab,
  $mergeCells,
  $mergeParagraphs,
  $paste,
  $removeHalf,
  $typeAtEnd,
  $widenTable,
  KEYS,
} from './honest-edits.ts';
import { $randomEdit } from './random-edit.ts';
import { $writeRichDocument } from './rich-document.ts';
import { seededRandom } from './seeded-random.ts';

export type Traffic = {
  messages: number;
  bytes: number;
  /** Largest message. */
  largest: number;
  /** Reasons of the gate. */
  refusals: string[];
  /** What is not equal at the end, in words. */
  differences: string[];
  gateMs: number;
};

type Random = () => number;

/** One document, until at least so many messages were sent. */
export async function honestTraffic(options: {
  seed: number;
  messages: number;
  pastedPages: number;
}): Promise<Traffic> {
  const random = seededRandom(options.seed);
  const server = new Server();
  const first = openPeer(undefined, FIRST_CLIENT);
  first.edit($writeRichDocument);
  server.take(first.state(), FIRST_CLIENT);
  const people = [new Person(first, FIRST_CLIENT, server)];
  for (const clientId of [FIRST_CLIENT + 1, FIRST_CLIENT + 2]) {
    people.push(new Person(openPeer(server.state(), clientId), clientId, server));
  }
  if (options.pastedPages > 0) {
    // Two people paste at the same place while neither knows of the other.
    const pages = options.pastedPages;
    for (const person of people.slice(0, 2)) person.edit(() => $paste(pages));
    await everybodyHears(people);
    people[0]?.edit($removeHalf);
  }
  while (server.traffic.messages < options.messages) {
    for (const person of people) {
      if (random() < 0.1) person.goOffline();
      else if (random() < 0.4) person.comeBack();
      for (let left = 10 + random() * 50; left > 0; left -= 1) act(person, random);
    }
    await everybodyHears(people.filter((person) => !person.isOffline));
  }
  for (const person of people) person.comeBack();
  await everybodyHears(people);
  await everybodyHears(people);
  server.compareWith(people.map(({ peer }) => peer.doc));
  return server.traffic;
}

const FIRST_CLIENT = 1_001;

class Server {
  readonly traffic: Traffic = {
    messages: 0,
    bytes: 0,
    largest: 0,
    refusals: [],
    differences: [],
    gateMs: 0,
  };
  private readonly doc = new Y.Doc();
  private readonly log: Uint8Array[] = [];

  take(update: Uint8Array, clientId: number): void {
    const { traffic } = this;
    traffic.messages += 1;
    traffic.bytes += update.length;
    traffic.largest = Math.max(traffic.largest, update.length);
    const startedAt = performance.now();
    let fresh: Uint8Array;
    try {
      fresh = screenUpdate(update, this.doc, (id) => id === clientId);
    } catch (refusal) {
      traffic.refusals.push(String(refusal));
      return;
    } finally {
      traffic.gateMs += performance.now() - startedAt;
    }
    Y.applyUpdate(this.doc, fresh);
    this.log.push(fresh);
  }

  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc);
  }

  missing(stateVector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc, stateVector);
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  hasAllOf(doc: Y.Doc): boolean {
    return Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(this.doc));
  }

  compareWith(docs: readonly Y.Doc[]): void {
    const replayed = new Y.Doc();
    for (const update of this.log) Y.applyUpdate(replayed, update);
    const mine = contentOf(this.doc);
    if (this.doc.store.pendingStructs !== null) this.traffic.differences.push('pending structs');
    if (this.doc.store.pendingDs !== null) this.traffic.differences.push('pending removals');
    if (contentOf(replayed) !== mine) this.traffic.differences.push('the replay of the log');
    // Written by Yjs for each half of a character that was cut in two.
    if (mine.includes('\uFFFD')) this.traffic.differences.push('an unreadable character');
    docs.forEach((doc, index) => {
      if (contentOf(doc) !== mine) this.traffic.differences.push(`person ${index + 1}`);
    });
  }
}

class Person {
  readonly peer: HeadlessPeer;
  isOffline = false;
  private readonly clientId: number;
  private readonly server: Server;
  private lastSent: Uint8Array[] = [];

  constructor(peer: HeadlessPeer, clientId: number, server: Server) {
    this.peer = peer;
    this.clientId = clientId;
    this.server = server;
    // What one undo takes back is chosen by chance, not by the clock: a seed says it all.
    peer.history.captureTimeout = Number.MAX_SAFE_INTEGER;
    peer.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote' && !this.isOffline) this.send(update);
    });
  }

  edit($edit: () => void): void {
    this.peer.edit($edit);
  }

  goOffline(): void {
    this.isOffline = true;
  }

  /** As y-websocket does: what the server lacks in one message, and the last ones once more. */
  comeBack(): void {
    if (!this.isOffline) return;
    this.isOffline = false;
    this.send(Y.encodeStateAsUpdate(this.peer.doc, this.server.stateVector()));
    for (const update of this.lastSent) this.server.take(update, this.clientId);
  }

  async hear(): Promise<void> {
    try {
      await this.peer.receive(this.server.missing(Y.encodeStateVector(this.peer.doc)));
    } catch (fault) {
      if (!(fault instanceof Error && LOST_TRACK.test(fault.message))) throw fault;
      // The document has the change, only the screen lost track of it: it is drawn anew.
      await new Promise((resolve) => setImmediate(resolve));
      this.peer.heal();
    }
  }

  isUpToDate(): boolean {
    return this.server.hasAllOf(this.peer.doc);
  }

  private send(update: Uint8Array): void {
    this.server.take(update, this.clientId);
    this.lastSent = [...this.lastSent.slice(-2), update];
  }
}

/** As the editor's own `editor-errors.ts` has it. */
const LOST_TRACK = /does not exist in active editor state/;

/** Taking changes in may repair a node, and that has to arrive too. */
async function everybodyHears(people: readonly Person[]): Promise<void> {
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    for (const person of people) await person.hear();
    if (people.every((person) => person.isUpToDate())) return;
  }
}

const ROUNDS_MAX = 8;

function act(person: Person, random: Random): void {
  const chance = random();
  if (random() < 0.2) person.peer.history.stopCapturing();
  if (chance < 0.3) typeOn(person, random);
  else if (chance < 0.36) compose(person, random);
  else if (chance < 0.42) person.peer.history.undo();
  else if (chance < 0.46) person.peer.history.redo();
  else if (chance < 0.5) person.edit(() => $mergeParagraphs(random));
  else if (chance < 0.52) person.edit(() => $mergeCells(random));
  else if (chance < 0.525) person.edit($appendTable);
  else if (chance < 0.54) person.edit(() => $widenTable(random));
  else if (chance < 0.55) person.edit(() => $insertTab(random));
  else person.edit(() => $randomEdit(random));
}

/** Some keys in a row at the same place, each of them a message. */
function typeOn(person: Person, random: Random): void {
  const place = Math.floor(random() * 2 ** 31);
  for (let left = random() * 12; left > 0; left -= 1) {
    const key = KEYS[Math.floor(random() * KEYS.length)] ?? 'x';
    person.edit(() => $typeAtEnd(seededRandom(place), key));
  }
}

function compose(person: Person, random: Random): void {
  const same = Math.floor(random() * 2 ** 31);
  const steps = ['n', 'ni', 'ni ', 'ni h', 'ni ha', 'ni hao', '你好'];
  steps.forEach((insert, index) => {
    const remove = steps[index - 1]?.length ?? 0;
    person.edit(() => $compose(seededRandom(same), { remove, insert }));
  });
}

function contentOf(doc: Y.Doc): string {
  return doc.get('root-v2', Y.XmlElement).toString();
}
