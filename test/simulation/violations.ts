/** What went wrong in one run, in the order in which it was seen. */
export type Rule =
  /** Acknowledged without being in the log. */
  | 'acknowledged'
  /** Shown to somebody without being in the log. */
  | 'shown'
  /** Something in the log or in a memory waits for edits that never came. */
  | 'pending'
  | 'snapshot'
  /** An honest client was turned away for good. */
  | 'refused'
  /** Everything works again, and still something does not come to rest. */
  | 'rest'
  /** Two copies differ. */
  | 'copies'
  | 'tokens'
  /** The editor shows something else than its document says. */
  | 'projection'
  | 'thrown';

export class Violations {
  readonly found: { rule: Rule; what: string }[] = [];

  add(rule: Rule, what: string): void {
    this.found.push({ rule, what });
  }

  get any(): boolean {
    return this.found.length > 0;
  }
}
