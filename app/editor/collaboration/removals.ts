/**
 * Which removals are in the database. A removal does not advance the client's Yjs clock, so the
 * server's state vector alone does not prove it. It is proven by a later insertion that is
 * acknowledged, or by a barrier: a question for the state sent after the removal. The server
 * answers it when everything before it is committed, and acknowledges right after the answer.
 */
export type Removals = {
  count(): number;
  /** @param clock own clock when the removal was made. */
  add(clock: number): void;
  /** Whether a removal waits for a barrier to be sent. */
  needBarrier(): boolean;
  barrierSent(): void;
  /** The server has answered the oldest question; its next acknowledgement speaks of it. */
  answered(): void;
  acknowledged(clock: number): void;
  /** A new socket: it asks one question at once, before anything is sent again. */
  connected(): void;
};

export function trackRemovals(): Removals {
  let removals: { clock: number; barrier: number | null }[] = [];
  let questions: number[] = [];
  let proving = NOTHING;
  let lastBarrier = NOTHING;

  return {
    count: () => removals.length,
    add: (clock) => void removals.push({ clock, barrier: null }),
    needBarrier: () => removals.some((removal) => removal.barrier === null),
    barrierSent() {
      lastBarrier += 1;
      questions.push(lastBarrier);
      removals = removals.map((removal) => ({
        ...removal,
        barrier: removal.barrier ?? lastBarrier,
      }));
    },
    answered() {
      proving = questions.shift() ?? NOTHING;
    },
    acknowledged(clock) {
      const isProven = (removal: { clock: number; barrier: number | null }) =>
        removal.clock < clock || (removal.barrier !== null && removal.barrier <= proving);
      removals = removals.filter((removal) => !isProven(removal));
      proving = NOTHING;
    },
    connected() {
      questions = [NOTHING];
      proving = NOTHING;
      removals = removals.map((removal) => ({ ...removal, barrier: null }));
    },
  };
}

/** A barrier that stands before every removal. */
const NOTHING = 0;
