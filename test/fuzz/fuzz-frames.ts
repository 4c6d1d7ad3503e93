/**
 * Throws seeded frames at an open document, and looks whether it is still what its log says, can be
 * read, and is the same for somebody who only looks on.
 */
import * as Y from 'yjs';
import { attackedDocument } from '#test/support/hostile-updates.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { nextFrame } from './frames.ts';
import { sampleUpdates } from './samples.ts';
import { surroundingsIn, type Surroundings } from './structured.ts';
import { TargetRoom } from './target-room.ts';

export type FuzzResult = {
  frames: number;
  refused: number;
  /** Frames that passed and changed something. */
  stored: number;
  /** Longest processor time for one frame. */
  slowestMs: number;
  /** What is wrong, and how to see it again. */
  faults: string[];
};

/** One document; the seed of the next is one higher. */
export const FRAMES_PER_DOCUMENT = 500;
const FAULTS_MAX = 20;

export async function fuzzFrames(options: {
  frames: number;
  seed: number;
  onProgress?: (result: FuzzResult) => void;
}): Promise<FuzzResult> {
  const start = Y.encodeStateAsUpdate(attackedDocument());
  const samples = sampleUpdates(start);
  const total: FuzzResult = { frames: 0, refused: 0, stored: 0, slowestMs: 0, faults: [] };
  for (let seed = options.seed; total.frames < options.frames; seed += 1) {
    const frames = Math.min(FRAMES_PER_DOCUMENT, options.frames - total.frames);
    const attack = { start, samples, seed };
    const one = await attackDocument({ ...attack, frames });
    total.frames += frames;
    total.refused += one.refused;
    total.stored += one.stored;
    total.slowestMs = Math.max(total.slowestMs, one.slowestMs);
    if (one.findings.length > 0) total.faults.push(await shortest(attack, frames));
    options.onProgress?.(total);
    if (total.faults.length >= FAULTS_MAX) break;
  }
  return total;
}

type Attack = { start: Uint8Array; samples: readonly Uint8Array[]; seed: number };

async function attackDocument({ start, samples, seed, frames }: Attack & { frames: number }) {
  const random = seededRandom(seed);
  const target = await TargetRoom.open(start);
  let surroundings: Surroundings = surroundingsIn(target.doc);
  let frame: Uint8Array = new Uint8Array();
  let slowestMs = 0;
  const crashes: string[] = [];
  for (let sent = 0; sent < frames; sent += 1) {
    if (sent % LOOK_EVERY === 0) {
      surroundings = surroundingsIn(target.doc);
      await new Promise((resolve) => setImmediate(resolve));
    }
    frame = nextFrame({ samples, surroundings }, random);
    const used = process.cpuUsage();
    try {
      target.take(frame);
    } catch (fault) {
      crashes.push(`a crash: ${String(fault)}`);
    }
    slowestMs = Math.max(slowestMs, process.cpuUsage(used).user / 1_000);
  }
  const findings = [...crashes, ...(await target.findings())];
  target.close();
  return { findings, frame, slowestMs, refused: target.refusals, stored: target.rows.length };
}

/** How often the attacker looks at what there is to attack. */
const LOOK_EVERY = 10;

/** The first frame after which something is wrong, and the command that throws all up to it. */
async function shortest(attack: Attack, frames: number): Promise<string> {
  let [low, high] = [1, frames];
  while (low < high) {
    const middle = (low + high) >> 1;
    const { findings } = await attackDocument({ ...attack, frames: middle });
    if (findings.length > 0) high = middle;
    else low = middle + 1;
  }
  const { findings, frame } = await attackDocument({ ...attack, frames: high });
  const what = findings.join('; ').slice(0, 400);
  const repro = `npm run fuzz -- --seed ${attack.seed} --frames ${high}`;
  return `${what}\n  ${repro}\n  the last frame: ${Buffer.from(frame).toString('base64').slice(0, 2_000)}`;
}
