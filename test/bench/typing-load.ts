/**
 * People who type. Each writer has a paragraph of its own, so that every character can be followed
 * from its writer to every other client, merged into whatever frame it arrives.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Latencies } from './latencies.ts';
import { LightClient, type Dialect, type Seat } from './light-client.ts';
import {
  cursorAt,
  paragraphOf,
  scanUpdate,
  typedCharacter,
  type ByteReader,
} from './update-bytes.ts';

export type Typing =
  /** Everybody types at this many characters a second. */
  | { pace: number }
  /** Everybody keeps this many characters under way that not all others have. */
  | { window: number };

type Writer = {
  client: LightClient;
  id: number;
  /** Clock after the paragraph, and now. */
  first: number;
  clock: number;
  /** Characters that others received, over all of them. */
  received: number;
  /** Characters that the server has called committed. */
  saved: number;
  /** When each of the last characters was sent. */
  sentAt: Float64Array;
  nextAt: number;
};

/** Characters of one writer that may be under way at once. */
const RING = 1 << 14;

export class TypingLoad {
  delivered = 0;
  sent = 0;
  readonly latency = new Latencies();
  readonly acknowledgement = new Latencies();
  private readonly dialect: Dialect;
  private readonly clients: LightClient[] = [];
  private readonly writers = new Map<number, Writer>();
  private readonly others: number;
  private typing: Typing | null = null;
  private timer: ReturnType<typeof setInterval> | null = null;
  private isCounting = false;

  /** @param others how many clients of a document receive what one of them types. */
  constructor(dialect: Dialect, others: number) {
    this.dialect = dialect;
    this.others = others;
  }

  /** Everybody comes in; the first `writers` of each document write their paragraph. */
  async connect(documents: readonly Seat[][], writers: number): Promise<void> {
    for (const seats of documents) {
      for (let from = 0; from < seats.length; from += 50) {
        const group = seats.slice(from, from + 50).map((seat, index) => {
          const client = this.client(seat);
          if (from + index < writers) this.writers.set(seat.clientId, newWriter(client));
          return client.ready;
        });
        await Promise.all(group);
      }
    }
    for (const writer of this.writers.values()) {
      const { update, clock } = paragraphOf(writer.id);
      writer.first = clock;
      writer.clock = clock;
      writer.saved = clock;
      writer.client.sendUpdate(update);
    }
    await this.until(() => this.allReceived((writer) => writer.first));
    for (const writer of this.writers.values()) writer.received = 0;
  }

  start(typing: Typing): void {
    this.typing = typing;
    if ('window' in typing) {
      for (const writer of this.writers.values()) this.keepTyping(writer, typing.window);
      return;
    }
    const gap = 1_000 / typing.pace;
    const now = performance.now();
    let index = 0;
    for (const writer of this.writers.values()) {
      writer.nextAt = now + (gap * index) / this.writers.size;
      index += 1;
    }
    this.timer = setInterval(() => {
      const at = performance.now();
      for (const writer of this.writers.values()) {
        while (writer.nextAt <= at) {
          this.type(writer);
          writer.nextAt += gap;
        }
      }
    }, 1);
  }

  /** Counts what happens during that time. */
  async count(seconds: number): Promise<void> {
    this.isCounting = true;
    await pause(seconds * 1_000);
    this.isCounting = false;
  }

  /** Stops typing. @returns when everybody has received everything. */
  async stop(): Promise<void> {
    this.typing = null;
    if (this.timer !== null) clearInterval(this.timer);
    await this.until(() => this.allReceived((writer) => writer.clock - writer.first));
  }

  async leave(): Promise<void> {
    for (const client of this.clients) client.close();
    await pause(200);
    for (const client of this.clients) client.destroy();
  }

  private client(seat: Seat): LightClient {
    const client = new LightClient(seat, this.dialect, {
      update: (self, reader) => this.receive(self, reader),
      saved: (self, reader) => this.save(self, reader),
    });
    this.clients.push(client);
    return client;
  }

  private receive(client: LightClient, reader: ByteReader): void {
    const own = client.seat.clientId;
    const now = client.heardAt;
    scanUpdate(reader, (id, clock, length) => {
      const writer = this.writers.get(id);
      if (writer === undefined || id === own) return;
      writer.received += length;
      if (this.isCounting && clock >= writer.first) {
        this.delivered += length;
        for (let at = clock; at < clock + length; at += 1) {
          this.latency.add(now - (writer.sentAt[at % RING] ?? now));
        }
      }
      if (this.typing !== null && 'window' in this.typing) {
        this.keepTyping(writer, this.typing.window);
      }
    });
  }

  private save(client: LightClient, reader: ByteReader): void {
    const writer = this.writers.get(client.seat.clientId);
    if (writer === undefined) return;
    for (let left = reader.number(); left > 0; left -= 1) {
      const id = reader.number();
      const clock = reader.number();
      if (id !== writer.id) continue;
      for (let at = writer.saved; at < clock; at += 1) {
        if (this.isCounting) {
          this.acknowledgement.add(client.heardAt - (writer.sentAt[at % RING] ?? 0));
        }
      }
      writer.saved = Math.max(writer.saved, clock);
    }
  }

  private keepTyping(writer: Writer, window: number): void {
    while (writer.clock - writer.first - writer.received / this.others <= window - 1) {
      this.type(writer);
    }
  }

  private type(writer: Writer): void {
    writer.sentAt[writer.clock % RING] = performance.now();
    writer.client.sendUpdate(typedCharacter(writer.id, writer.clock));
    writer.clock += 1;
    if (this.isCounting) this.sent += 1;
    writer.client.sendCursor(cursorAt(writer.id, writer.clock));
  }

  private allReceived(characters: (writer: Writer) => number): boolean {
    for (const writer of this.writers.values()) {
      if (writer.received < characters(writer) * this.others) return false;
    }
    return true;
  }

  /** @throws when somebody was thrown out, or when it takes too long. */
  private async until(isDone: () => boolean): Promise<void> {
    for (const end = performance.now() + PATIENCE_MS; !isDone();) {
      const thrownOut = this.clients.find(({ closedWith }) => closedWith !== null);
      if (thrownOut !== undefined) throw new Error(`A client was closed: ${thrownOut.closedWith}.`);
      if (performance.now() > end) throw new Error('Not everything that was typed arrived.');
      await pause(10);
    }
  }
}

const PATIENCE_MS = 30_000;

function newWriter(client: LightClient): Writer {
  return {
    client,
    id: client.seat.clientId,
    first: 0,
    clock: 0,
    received: 0,
    saved: 0,
    sentAt: new Float64Array(RING),
    nextAt: 0,
  };
}
