import {
  BYTES_WORTH_A_ROW,
  SNAPSHOT_AFTER_TAIL_BYTES,
  SNAPSHOT_AFTER_TAIL_ROWS,
} from './limits.ts';

/** What the log holds beyond the newest snapshot: the longer it is, the slower a room opens. */
export class Tail {
  bytes: number;
  private rows: number;
  private snapshotBytes: number;

  constructor(loaded: { parts: readonly Uint8Array[]; snapshotBytes: number }) {
    this.bytes = sumOfLengths(loaded.parts) - loaded.snapshotBytes;
    this.rows = loaded.parts.length;
    this.snapshotBytes = loaded.snapshotBytes;
  }

  add(rows: readonly Uint8Array[]): void {
    this.bytes += sumOfLengths(rows);
    this.rows += rows.length;
  }

  /** All of it went into a snapshot of that size. */
  cut(snapshotBytes: number): void {
    this.bytes = 0;
    this.rows = 0;
    this.snapshotBytes = snapshotBytes;
  }

  /** Whether a new snapshot costs less than what it saves. */
  get isLong(): boolean {
    return (
      this.bytes >= Math.max(SNAPSHOT_AFTER_TAIL_BYTES, this.snapshotBytes) ||
      this.rows >= Math.max(SNAPSHOT_AFTER_TAIL_ROWS, this.snapshotBytes / BYTES_WORTH_A_ROW)
    );
  }
}

function sumOfLengths(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}
