/** What the clients of one document did, were told and saw: the evidence on their side. */

/** A word that is written once in the life of a document. */
export type Token = {
  text: string;
  clientId: number;
  /** The writer's clock once it was written; an acknowledged clock as high as this covers it. */
  end: number;
  insertedAt: number;
  acknowledgedAt: number | null;
  /** When a client that did not write it first had it. */
  seenAt: number | null;
  removal: {
    /** The writer's clock at that time. */ clock: number;
    acknowledgedAt: number | null;
  } | null;
};

/** A copy that later events do not change. */
export type Testimony = {
  tokens: readonly Token[];
  /** The highest clock of each client that any acknowledgement named. */
  acknowledged: ReadonlyMap<number, number>;
  /** Honest clients that were sent away for good. */
  expelled: readonly { clientId: number; code: number; reason: string }[];
};

export class History {
  private readonly tokens = new Map<string, Token>();
  private readonly ofClient = new Map<number, Token[]>();
  private readonly acknowledgedClocks = new Map<number, number>();
  private readonly expelled: Testimony['expelled'][number][] = [];

  inserted(text: string, by: { clientId: number; end: number }): void {
    const token: Token = {
      text,
      ...by,
      insertedAt: performance.now(),
      acknowledgedAt: null,
      seenAt: null,
      removal: null,
    };
    this.tokens.set(text, token);
    const others = this.ofClient.get(by.clientId);
    if (others === undefined) this.ofClient.set(by.clientId, [token]);
    else others.push(token);
  }

  removed(text: string, clock: number): void {
    const token = this.tokens.get(text);
    if (token === undefined) throw new Error(`${text} was removed before it was written.`);
    token.removal = { clock, acknowledgedAt: null };
  }

  /**
   * A clock covers what was written up to it. Removals have no clock of their own; frames are
   * taken in order, so a removal is covered by the acknowledgement of anything written after it.
   */
  acknowledged(clientId: number, vector: ReadonlyMap<number, number>): void {
    for (const [client, clock] of vector) {
      const before = this.acknowledgedClocks.get(client) ?? 0;
      if (clock > before) this.acknowledgedClocks.set(client, clock);
    }
    const clock = vector.get(clientId) ?? 0;
    const now = performance.now();
    for (const token of this.ofClient.get(clientId) ?? []) {
      if (token.end <= clock) token.acknowledgedAt ??= now;
      if (token.removal !== null && token.removal.clock < clock) {
        token.removal.acknowledgedAt ??= now;
      }
    }
  }

  seen(text: string, byClientId: number): void {
    const token = this.tokens.get(text);
    if (token !== undefined && token.clientId !== byClientId) token.seenAt ??= performance.now();
  }

  expel(client: Testimony['expelled'][number]): void {
    this.expelled.push(client);
  }

  isAllAcknowledged(): boolean {
    const { written, acknowledged } = this.count();
    return written === acknowledged;
  }

  /** Edits: every word, and every removal of one. */
  count(): { written: number; acknowledged: number } {
    const tokens = [...this.tokens.values()];
    const edits = tokens.flatMap((token) => [token, ...(token.removal ? [token.removal] : [])]);
    const acknowledged = edits.filter((edit) => edit.acknowledgedAt !== null);
    return { written: edits.length, acknowledged: acknowledged.length };
  }

  testify(): Testimony {
    return {
      tokens: [...this.tokens.values()].map((token) => ({
        ...token,
        removal: token.removal && { ...token.removal },
      })),
      acknowledged: new Map(this.acknowledgedClocks),
      expelled: [...this.expelled],
    };
  }
}
