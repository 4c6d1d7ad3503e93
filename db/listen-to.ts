/** A NOTIFY channel, heard on a connection of its own that is replaced whenever it is lost. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

export type Listener = { close: () => Promise<void> };

export type Hear = {
  onMessage: (payload: string) => void;
  /** The line is gone, or could not be had again: told of each time. */
  onLost: (fault: unknown) => void;
  /**
   * It is back, and what was said meanwhile is not known: whoever listens reads it again here.
   * When that fails, the line counts as lost.
   */
  onBack: () => Promise<void>;
};

/** All in milliseconds. */
export type Patience = {
  /** A line on which nothing is heard is asked this often whether it is still there. */
  pulse: number;
  /** How long an answer may take. */
  answer: number;
  /** Between two tries; chance makes it half to one and a half of that, for each process its own. */
  pause: number;
};

const PATIENCE: Patience = { pulse: 5_000, answer: 3_000, pause: 500 };

/**
 * @param to `channel` is the name of the NOTIFY channel.
 * @returns once the channel is heard.
 * @throws when the first connection cannot be had; later ones are tried for until `close`.
 */
export async function listenTo(
  to: { connectionString: string; channel: string; patience?: Patience },
  hear: Hear,
): Promise<Listener> {
  const { connectionString, channel, patience = PATIENCE } = to;
  const closing = new AbortController();
  const isOver = () => closing.signal.aborted;
  const closed = new Promise<void>((resolve) => {
    closing.signal.addEventListener('abort', () => resolve());
  });
  const connect = () =>
    Line.open({ connectionString, channel, patience, onMessage: hear.onMessage });
  const first = await connect();

  const keepHearing = async () => {
    let line: Line | null = first;
    while (!isOver()) {
      try {
        if (line === null) {
          line = await connect();
          await hear.onBack();
        }
        await Promise.race([line.lost, closed]);
      } catch (fault) {
        line?.destroy();
        line = null;
        if (isOver()) break;
        hear.onLost(fault);
        const wait = patience.pause * (0.5 + Math.random());
        await Promise.race([pause(wait, null, { ref: false }), closed]);
      }
    }
    await line?.close();
  };
  const heard = keepHearing();

  return {
    close: async () => {
      closing.abort();
      await heard;
    },
  };
}

class Line {
  /** Rejects when nothing is heard on it any more. */
  readonly lost: Promise<never>;
  private readonly client: pg.Client;
  private readonly patience: Patience;
  private readonly pulse: ReturnType<typeof setInterval>;

  static async open(to: {
    connectionString: string;
    channel: string;
    patience: Patience;
    onMessage: (payload: string) => void;
  }): Promise<Line> {
    const client = new pg.Client({
      connectionString: to.connectionString,
      connectionTimeoutMillis: to.patience.answer,
      query_timeout: to.patience.answer,
    });
    const line = new Line(client, to.patience);
    try {
      client.on('notification', ({ payload }) => to.onMessage(payload ?? ''));
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(to.channel)}`);
      return line;
    } catch (fault) {
      line.destroy();
      throw fault;
    }
  }

  private constructor(client: pg.Client, patience: Patience) {
    this.client = client;
    this.patience = patience;
    let lose: (fault: unknown) => void = () => undefined;
    this.lost = new Promise((_, reject) => (lose = reject));
    // Whoever waits for the end hears of it; before that it is no news.
    this.lost.catch(() => undefined);
    client.on('error', lose);
    client.on('end', () => lose(new Error('The connection ended.')));
    // A line that is dead without a word is found out by asking.
    this.pulse = setInterval(() => void client.query('select 1').catch(lose), patience.pulse);
    this.pulse.unref();
  }

  /** Says good-bye; a line on which nobody answers any more is let go without. */
  async close(): Promise<void> {
    clearInterval(this.pulse);
    const tooLong = pause(this.patience.answer, null, { ref: false });
    await Promise.race([this.client.end(), this.lost.catch(() => undefined), tooLong]);
  }

  destroy(): void {
    clearInterval(this.pulse);
    void this.client.end();
  }
}
