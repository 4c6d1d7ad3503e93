import { expect, test } from 'vitest';
import {
  BYTES_WORTH_A_ROW,
  SNAPSHOT_AFTER_TAIL_BYTES,
  SNAPSHOT_AFTER_TAIL_ROWS,
} from '#server/collab/limits.ts';
import { Tail } from '#server/collab/tail.ts';

const KEY_PRESS = new Uint8Array(30);

test('[R3] single characters are compacted by their number, long before their bytes', () => {
  const tail = new Tail({ parts: [], snapshotBytes: 0 });
  tail.add(Array.from({ length: SNAPSHOT_AFTER_TAIL_ROWS - 1 }, () => KEY_PRESS));
  expect(tail.isLong).toBe(false);

  tail.add([KEY_PRESS]);

  expect(tail.isLong).toBe(true);
  expect(tail.bytes).toBeLessThan(SNAPSHOT_AFTER_TAIL_BYTES);
});

test('[R3] a long document is written down anew after a tail that is in proportion', () => {
  const snapshotBytes = 4 * SNAPSHOT_AFTER_TAIL_ROWS * BYTES_WORTH_A_ROW;
  const snapshot = new Uint8Array(snapshotBytes);
  const tail = new Tail({ parts: [snapshot], snapshotBytes });
  tail.add(Array.from({ length: 2 * SNAPSHOT_AFTER_TAIL_ROWS }, () => KEY_PRESS));
  expect(tail.isLong).toBe(false);

  tail.add([snapshot]);
  expect(tail.isLong).toBe(true);

  tail.cut(snapshotBytes);
  expect([tail.isLong, tail.bytes]).toEqual([false, 0]);
});
