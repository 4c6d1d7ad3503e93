/** How many edits of a room were taken and how many of them are committed, in the same order. */
export class Progress {
  private taken = 0;
  private committed = 0;
  private waiting: { count: number; resolve: () => void }[] = [];

  take(): void {
    this.taken += 1;
  }

  commit(count: number): void {
    this.committed += count;
    const due = this.waiting.filter((one) => one.count <= this.committed);
    if (due.length === 0) return;
    this.waiting = this.waiting.filter((one) => one.count > this.committed);
    for (const { resolve } of due) resolve();
  }

  /**
   * Resolves when everything taken up to now is committed; what comes later is not waited for,
   * because in a busy room something always does.
   */
  caughtUp(): Promise<void> {
    const count = this.taken;
    if (count <= this.committed) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push({ count, resolve }));
  }

  get isBehind(): boolean {
    return this.committed < this.taken;
  }

  /** Nothing more will be committed. */
  abandon(): void {
    this.commit(this.taken - this.committed);
  }
}
