/**
 * Where messages of the server wait while an input method composes. A change right where somebody
 * composes does not fit what the input method replaces next: words of others would go with it. So
 * what others write there is shown when the word is chosen. Own changes are sent all the while.
 */
export class Inbox {
  #waiting: (() => void)[] = [];
  #limit: ReturnType<typeof setTimeout> | null = null;
  #disturbs: (update: Uint8Array) => boolean = () => false;

  /** @param disturbs whether an update must wait. */
  hold(disturbs: (update: Uint8Array) => boolean): void {
    this.#disturbs = disturbs;
    this.#limit ??= setTimeout(this.release, LONGEST_HOLD_MS);
  }

  readonly release = (): void => {
    if (this.#limit === null) return;
    clearTimeout(this.#limit);
    this.#limit = null;
    const due = this.#waiting;
    this.#waiting = [];
    for (const act of due) act();
  };

  /**
   * Acts now, or after the composition; what comes later never overtakes.
   *
   * @param update what `act` would apply; null for a message that changes no text.
   */
  deliver(update: Uint8Array | null, act: () => void): void {
    const mustWait =
      this.#waiting.length > 0 ||
      (this.#limit !== null && update !== null && this.#disturbs(update));
    if (mustWait) this.#waiting.push(act);
    else act();
  }

  close(): void {
    this.#waiting = [];
    this.release();
  }
}

/** A candidate window left open must not keep the others' words away for ever. */
const LONGEST_HOLD_MS = 20_000;
