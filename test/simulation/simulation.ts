/**
 * One run: everything in it follows from its seed. Clients, connections, processes and the
 * database each offer what could happen next, and the seed chooses. In the end everything works
 * again, and what is left is held against the log.
 */
import { $createParagraphNode, $createTextNode, $getRoot } from 'lexical';
import type { Admission } from '#app/use-cases/documents/admit-to-document.server.ts';
import { openPeer } from '#test/support/headless-peer.ts';
import { $writeRichDocument } from '#test/support/rich-document.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { checkCopies } from './check-copies.ts';
import { SimulatedClient, type Kind } from './simulated-client.ts';
import { SimulatedLink } from './simulated-link.ts';
import { SimulatedLog, type LogClient } from './simulated-log.ts';
import { SimulatedProcess } from './simulated-process.ts';
import { Violations } from './violations.ts';
import { witness } from './witness.ts';
import { Writing } from './write-something.ts';

/** Moves the virtual clock, and lets everything run that waits for nothing but its turn. */
export type Clock = { advance: (milliseconds: number) => void; turn: () => Promise<void> };

/** `tokens`: everybody only adds and removes tokens. `free`: editors make any edit there is. */
type Style = 'tokens' | 'free';

export class Simulation {
  readonly violations = new Violations();
  readonly clients: SimulatedClient[];
  readonly links = new Set<SimulatedLink>();
  readonly processes: SimulatedProcess[];
  readonly log: SimulatedLog;
  readonly writing: Writing;
  readonly style: Style;
  readonly clock: Clock;
  private readonly random: () => number;
  private nextClientId = 1_000;

  constructor(seed: number, clock: Clock) {
    this.random = seededRandom(seed);
    this.clock = clock;
    this.style = this.below(3) === 0 ? 'free' : 'tokens';
    this.writing = new Writing(this.random);
    this.log = new SimulatedLog(firstContent(this.style), this.violations);
    this.processes = this.many(1 + this.below(3), () => new SimulatedProcess(this.log));
    this.clients = this.many(2 + this.below(4), (index) => this.newClient(index));
  }

  /** @returns a number from 0 to `limit` - 1. */
  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  /** The client goes to any process that lives, if there is one. */
  connect(client: SimulatedClient): void {
    const living = this.processes.filter(({ isDead }) => !isDead);
    const process = living[this.below(living.length)];
    if (process === undefined || client.link !== null) return;
    const link = new SimulatedLink(client, (frame) =>
      witness(frame, this.log.truth, this.violations),
    );
    this.links.add(link);
    const { clientId } = client;
    process.accept(link, () => admissionOf(client, clientId));
    client.open(link);
  }

  reload(client: SimulatedClient, kept: 'kept' | 'lost'): void {
    if (kept === 'lost') this.writing.forget(client);
    client.reload(this.issueClientId(), kept);
  }

  /** What the process had asked of the database may or may not be done yet. */
  crash(process: SimulatedProcess): void {
    process.crash(() => this.below(4));
    for (const call of this.log.calls.filter((asked) => asked.process === process.log)) {
      if (call.what === 'read' || call.isPerformed || this.below(2) === 0) call.fail();
    }
  }

  restart(process: SimulatedProcess): void {
    this.processes[this.processes.indexOf(process)] = new SimulatedProcess(this.log);
  }

  isAlive(log: LogClient): boolean {
    return !log.isDead;
  }

  check(): void {
    checkCopies(this);
  }

  private newClient(index: number): SimulatedClient {
    const kinds: Kind[] = ['plain', 'plain', 'editor', 'editor', 'reader'];
    const kind = index < 2 ? 'plain' : (kinds[this.below(kinds.length)] ?? 'plain');
    const isFreeEditor = index === 1 && this.style === 'free';
    return new SimulatedClient(
      {
        id: `person-${index + 1}`,
        kind: isFreeEditor ? 'editor' : kind,
        clientId: this.issueClientId(),
      },
      this.violations,
    );
  }

  /** Later ids are not always larger: Yjs lets the smaller one win a place. */
  private issueClientId(): number {
    this.nextClientId += 1;
    return this.nextClientId + 1_000 * this.below(1_000);
  }

  private many<Value>(count: number, make: (index: number) => Value): Value[] {
    return Array.from({ length: count }, (_, index) => make(index));
  }
}

/** The id is that of the ticket; earlier ones are looked up when the door opens. */
function admissionOf(client: SimulatedClient, clientId: number): Admission {
  return {
    person: {
      id: client.personId,
      email: `${client.personId}@demo.test`,
      name: { zh: client.personId, en: client.personId },
      locale: null,
      memberships: [],
    },
    sessionId: `session of ${client.personId}`,
    ticketHash: `ticket of ${client.personId}`,
    mode: client.kind === 'reader' ? 'read' : 'write',
    clientId,
    earlierClientIds: [...client.issued],
  };
}

const contents = new Map<Style, Uint8Array>();

function firstContent(style: Style): Uint8Array {
  const known = contents.get(style);
  if (known !== undefined) return known;
  const author = openPeer(undefined, 1);
  author.edit(() => {
    if (style === 'free') $writeRichDocument();
    else $writePlainDocument();
  });
  const state = author.state();
  contents.set(style, state);
  return state;
}

function $writePlainDocument(): void {
  for (const words of ['first line', 'second line', 'third line']) {
    $getRoot().append($createParagraphNode().append($createTextNode(words)));
  }
}
